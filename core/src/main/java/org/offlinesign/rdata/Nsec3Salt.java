package org.offlinesign.rdata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The octets that are hashed with each name of an NSEC3 chain, 0 to 255 (RFC 5155 §3.1.5). */
public final class Nsec3Salt {
  /** The longest salt in octets. */
  public static final int MAX_LENGTH = 255;

  /** No salt, which is what RFC 9276 §3.1 asks for. */
  public static final Nsec3Salt NONE = new Nsec3Salt(new byte[0]);

  private final byte[] octets;

  private Nsec3Salt(byte[] octets) {
    if (octets.length > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a salt of " + octets.length + " octets is longer than " + MAX_LENGTH);
    }
    this.octets = octets;
  }

  /** Returns a salt that holds a copy of some octets. */
  public static Nsec3Salt copyOf(byte[] octets) {
    return new Nsec3Salt(octets.clone());
  }

  /**
   * Returns the salt that a text stands for: pairs of hex digits, or {@code -} for none.
   *
   * @throws IllegalArgumentException if it is neither, or too long
   */
  public static Nsec3Salt of(String text) {
    if (text.equals("-")) {
      return NONE;
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("expected hex digits, or - for no salt");
    }
    try {
      return new Nsec3Salt(Hex.decode(text));
    } catch (WireFormatException e) {
      throw new IllegalArgumentException(e.getMessage() + ", or - for no salt", e);
    }
  }

  /** Reads a length octet and the salt. */
  static Nsec3Salt readFrom(WireReader in) throws WireFormatException {
    return new Nsec3Salt(in.bytes(in.u8()));
  }

  /** Appends a length octet and the salt. */
  void writeWithLengthTo(WireWriter out) {
    out.u8(octets.length).bytes(octets);
  }

  /** Returns the length in octets. */
  public int length() {
    return octets.length;
  }

  /** Says whether there is no salt. */
  public boolean isEmpty() {
    return octets.length == 0;
  }

  /** Returns a copy of the octets. */
  public byte[] toByteArray() {
    return octets.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Nsec3Salt that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Returns the salt as it stands in a master file. */
  @Override
  public String toString() {
    return isEmpty() ? "-" : Hex.encode(octets);
  }
}
