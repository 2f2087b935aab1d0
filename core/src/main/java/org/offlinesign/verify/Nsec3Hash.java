package org.offlinesign.verify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.denial.Nsec3Hasher;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireWriter;

/** The hash of a name, or what an NSEC3 record gives out for one. Immutable. */
final class Nsec3Hash {
  private final byte[] octets;

  /** Takes over an array. */
  Nsec3Hash(byte[] octets) {
    this.octets = octets;
  }

  /** Says whether the length is that of a hash. */
  boolean isWellFormed() {
    return octets.length == Nsec3Hasher.HASH_OCTETS;
  }

  /** Says whether the hash is made of the octets at an index. */
  boolean isAt(byte[] array, int at) {
    return Arrays.equals(array, at, at + octets.length, octets, 0, octets.length);
  }

  private WireWriter text() {
    WireWriter text = new WireWriter(2 * octets.length);
    Base32Hex.encodeLower(octets, 0, octets.length, text);
    return text;
  }

  /** Returns the label that begins the owner of the hash's record. */
  byte[] label() {
    return text().toByteArray();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Nsec3Hash that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Returns the hash in base32hex. */
  @Override
  public String toString() {
    return text().toString();
  }
}
