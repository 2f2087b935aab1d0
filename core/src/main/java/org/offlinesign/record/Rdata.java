package org.offlinesign.record;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The data of one resource record in uncompressed wire form, at most 65535 octets.
 *
 * <p>Equality and order are those of the octets; for RDATA in canonical form the order is that of
 * RFC 4034 §6.3. Immutable and thread safe.
 */
public final class Rdata implements Comparable<Rdata> {
  /** The longest RDATA in octets (RFC 1035 §3.2.1). */
  public static final int MAX_LENGTH = 65535;

  private final byte[] octets;

  private Rdata(byte[] octets) {
    if (octets.length > MAX_LENGTH) {
      throw new IllegalArgumentException("RDATA of " + octets.length + " octets is over 65535");
    }
    this.octets = octets;
  }

  /** Returns RDATA that holds a copy of some octets. */
  public static Rdata copyOf(byte[] octets) {
    return new Rdata(octets.clone());
  }

  /** Returns RDATA that holds a copy of a part of some octets. */
  public static Rdata copyOf(byte[] octets, int offset, int length) {
    return new Rdata(Arrays.copyOfRange(octets, offset, offset + length));
  }

  /** Returns RDATA that holds a copy of what was written. */
  public static Rdata copyOf(WireWriter written) {
    return new Rdata(written.toByteArray());
  }

  /** Returns the length in octets. */
  public int length() {
    return octets.length;
  }

  /** Appends the octets. */
  public void writeTo(WireWriter out) {
    out.bytes(octets);
  }

  /** Returns a reader of the octets. */
  public WireReader reader() {
    return new WireReader(octets);
  }

  /** Returns a copy of the octets. */
  public byte[] toByteArray() {
    return octets.clone();
  }

  @Override
  public int compareTo(Rdata that) {
    return Arrays.compareUnsigned(octets, that.octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rdata that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Returns the octets in the form of RFC 3597 §5. */
  @Override
  public String toString() {
    return "\\# " + octets.length + (octets.length == 0 ? "" : " " + Hex.encode(octets));
  }
}
