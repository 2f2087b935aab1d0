package org.offlinesign.name;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.WireWriter;

/**
 * A name as octets whose unsigned order is the canonical order of RFC 4034 §6.1.
 *
 * <p>Labels stand from the root down, in lower case, each ended by {@code 00}; inside a label
 * {@code 00} is written {@code 01 01} and {@code 01} is written {@code 01 02}. The root is empty. A
 * name lies at or below another exactly if the other's key starts it. Immutable and thread safe.
 */
public final class CanonicalKey implements Comparable<CanonicalKey> {
  /** The longest key in octets: every octet of the longest name escaped, and the label ends. */
  public static final int MAX_LENGTH = 2 * DnsName.MAX_WIRE_LENGTH;

  private static final byte ESCAPE = 1;

  private final byte[] octets;

  private CanonicalKey(byte[] octets) {
    this.octets = octets;
  }

  static CanonicalKey of(byte[] wire) {
    byte[] key = new byte[MAX_LENGTH];
    return new CanonicalKey(Arrays.copyOf(key, encode(wire, 0, key, 0)));
  }

  /** Returns the key that some octets, made by {@link #encode}, are. */
  public static CanonicalKey fromOctets(byte[] octets, int offset, int length) {
    return new CanonicalKey(Arrays.copyOfRange(octets, offset, offset + length));
  }

  /**
   * Writes the key of an uncompressed name, which must be well formed, and returns its length.
   *
   * @param key has room for {@link #MAX_LENGTH} octets from {@code keyAt} on
   */
  public static int encode(byte[] wire, int wireAt, byte[] key, int keyAt) {
    int end = wireAt;
    int escapes = 0;
    while (wire[end] != 0) {
      int labelEnd = end + 1 + wire[end];
      for (int i = end + 1; i < labelEnd; i++) {
        escapes += isEscaped(wire[i]) ? 1 : 0;
      }
      end = labelEnd;
    }
    // A label's end takes the place of its length; only escapes make a key longer than a name.
    int length = end - wireAt + escapes;
    int front = keyAt + length;
    for (int at = wireAt; at < end; at += 1 + wire[at]) {
      front = prependLabel(wire, at + 1, at + 1 + wire[at], key, front);
    }
    return length;
  }

  private static boolean isEscaped(byte octet) {
    return (octet & 0xfe) == 0;
  }

  /** Writes the octets of a label before an index and returns the index of the first. */
  private static int prependLabel(byte[] wire, int from, int to, byte[] key, int end) {
    int front = end;
    key[--front] = 0;
    for (int i = to - 1; i >= from; i--) {
      byte octet = wire[i];
      if (isEscaped(octet)) {
        key[--front] = (byte) (octet + 1);
        key[--front] = ESCAPE;
      } else {
        key[--front] = AsciiCase.lower(octet);
      }
    }
    return front;
  }

  /** Returns the length in octets. */
  public int length() {
    return octets.length;
  }

  /** Appends the octets. */
  public void writeTo(WireWriter out) {
    out.bytes(octets);
  }

  /** Says whether this key's name is another's or lies below it. */
  public boolean isAtOrBelow(CanonicalKey ancestor) {
    int length = ancestor.octets.length;
    return octets.length >= length && Arrays.equals(octets, 0, length, ancestor.octets, 0, length);
  }

  /** Returns the name, in lower case. */
  public DnsName toName() {
    return nameOf(octets, 0, octets.length);
  }

  /** Returns the name, in lower case, whose key some octets are. */
  public static DnsName nameOf(byte[] key, int offset, int length) {
    byte[] wire = new byte[length + 1];
    int wireLength = decode(key, offset, length, wire, 0);
    try {
      return DnsName.fromWire(wire, 0, wireLength);
    } catch (NameSyntaxException e) {
      throw new AssertionError("a key is made from a name", e);
    }
  }

  /**
   * Writes the name, in lower case, whose key some octets are, and returns its length.
   *
   * @param wire has room for {@code length + 1} octets from {@code wireAt} on
   */
  public static int decode(byte[] key, int offset, int length, byte[] wire, int wireAt) {
    int end = offset + length;
    int wireLength = length + 1 - escapes(key, offset, end);
    int front = wireAt + wireLength;
    wire[--front] = 0;
    for (int at = offset; at < end; at++) {
      int labelEnd = at;
      while (key[labelEnd] != 0) {
        labelEnd++;
      }
      front = prependWireLabel(key, at, labelEnd, wire, front);
      at = labelEnd;
    }
    return wireLength;
  }

  private static int escapes(byte[] key, int from, int to) {
    int escapes = 0;
    for (int i = from; i < to; i++) {
      if (key[i] == ESCAPE) {
        escapes++;
        i++;
      }
    }
    return escapes;
  }

  /** Writes a label with its length before an index and returns the index of the length. */
  private static int prependWireLabel(byte[] key, int from, int to, byte[] wire, int end) {
    int length = to - from - escapes(key, from, to);
    int out = end - length;
    wire[out - 1] = (byte) length;
    for (int i = from; i < to; i++) {
      wire[out++] = key[i] == ESCAPE ? (byte) (key[++i] - 1) : key[i];
    }
    return end - length - 1;
  }

  @Override
  public int compareTo(CanonicalKey that) {
    return Arrays.compareUnsigned(octets, that.octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CanonicalKey that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return toName().toString();
  }
}
