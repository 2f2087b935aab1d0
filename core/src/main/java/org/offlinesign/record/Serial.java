package org.offlinesign.record;

import java.time.Instant;

/**
 * A 32-bit serial number with the arithmetic of RFC 1982: of a zone's version, or of an instant in
 * an RRSIG record (RFC 4034 §3.1.5).
 *
 * @param value 0 to 2^32 - 1
 */
public record Serial(long value) {
  private static final long MODULUS = 1L << 32;
  private static final long HALF = 1L << 31;

  /** Checks the range. */
  public Serial {
    if (value < 0 || value >= MODULUS) {
      throw new IllegalArgumentException("serial " + value + " is not within 0..4294967295");
    }
  }

  /** Returns the serial that an instant in seconds since 1970 has. */
  public static Serial ofEpochSecond(long second) {
    return new Serial(Math.floorMod(second, MODULUS));
  }

  /**
   * Returns the sum (RFC 1982 §3.1).
   *
   * @param increment 0 to 2^31 - 1
   */
  public Serial plus(long increment) {
    if (increment < 0 || increment >= HALF) {
      throw new IllegalArgumentException("increment " + increment + " is not within 0..2147483647");
    }
    return new Serial((value + increment) % MODULUS);
  }

  /** Says whether this serial comes after another (RFC 1982 §3.2); 2^31 apart, neither does. */
  public boolean isAfter(Serial that) {
    long distance = Math.floorMod(value - that.value, MODULUS);
    return distance != 0 && distance < HALF;
  }

  /**
   * Returns how many seconds an instant of an RRSIG record comes after another instant, within 68
   * years of it (RFC 4034 §3.1.5); negative if before.
   */
  public int secondsAfter(Instant that) {
    return (int) (value - that.getEpochSecond());
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
