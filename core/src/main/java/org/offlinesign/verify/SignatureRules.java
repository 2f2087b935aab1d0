package org.offlinesign.verify;

import java.time.Instant;
import java.util.Optional;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireWriter;

/** What signatures are held to, besides the keys. Immutable and safe for any thread. */
final class SignatureRules {
  private final DnsName zone;
  private final byte[] zoneWire;
  private final Optional<Serial> time;

  /**
   * Creates rules.
   *
   * @param at when signatures must be valid; empty if it does not matter
   */
  SignatureRules(DnsName zone, Optional<Instant> at) {
    WireWriter wire = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    zone.writeLowerCaseTo(wire);
    this.zone = zone;
    this.zoneWire = wire.toByteArray();
    this.time = at.map(instant -> Serial.ofEpochSecond(instant.getEpochSecond()));
  }

  DnsName zone() {
    return zone;
  }

  /** Says whether the signer is the zone (RFC 4034 §3.1.7). */
  boolean isBySigner(RrsigCursor rrsig) {
    return rrsig.isSignedBy(zoneWire);
  }

  /** Says whether a signature has ended; at its last second it has not (RFC 4035 §5.3.1). */
  boolean isExpired(RrsigCursor rrsig) {
    return time.isPresent() && isAfter((int) time.get().value(), rrsig.expiration());
  }

  /** Says whether a signature has not begun; at its first second it has (RFC 4035 §5.3.1). */
  boolean isNotYetValid(RrsigCursor rrsig) {
    return time.isPresent() && isAfter(rrsig.inception(), (int) time.get().value());
  }

  /** Says whether the times of signatures matter. */
  boolean isTimed() {
    return time.isPresent();
  }

  /** Returns in how many seconds from the instant of the verification a signature begins. */
  long untilInception(RrsigCursor rrsig) {
    return seconds(rrsig.inception());
  }

  /** Returns in how many seconds from the instant of the verification a signature ends. */
  long untilExpiration(RrsigCursor rrsig) {
    return seconds(rrsig.expiration());
  }

  // RFC 4034 §3.1.5: the difference of two serial numbers is right across 2106, too.
  private int seconds(int to) {
    return to - (int) time.orElseThrow().value();
  }

  /** Says whether a signature ends before it begins. */
  static boolean isReversed(RrsigCursor rrsig) {
    return isAfter(rrsig.inception(), rrsig.expiration());
  }

  // RFC 4034 §3.1.5: times of 32 bits are compared as serial numbers (RFC 1982 §3.2).
  private static boolean isAfter(int time, int other) {
    return time - other > 0;
  }
}
