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
    while (wire[end] != 0) {
      end += 1 + wire[end];
    }
    return encodeUpTo(wire, wireAt, end, key, keyAt) - keyAt;
  }

  /** Writes the labels of {@code wire[from, end)}, last first, and returns the index after them. */
  private static int encodeUpTo(byte[] wire, int from, int end, byte[] key, int keyAt) {
    int labels = 0;
    for (int at = from; at < end; at += 1 + wire[at]) {
      labels++;
    }
    int out = keyAt;
    for (int label = labels - 1; label >= 0; label--) {
      int at = from;
      for (int i = 0; i < label; i++) {
        at += 1 + wire[at];
      }
      out = encodeLabel(wire, at, key, out);
    }
    return out;
  }

  private static int encodeLabel(byte[] wire, int at, byte[] key, int keyAt) {
    int out = keyAt;
    int labelEnd = at + 1 + wire[at];
    for (int i = at + 1; i < labelEnd; i++) {
      byte octet = wire[i];
      if ((octet & 0xfe) == 0) {
        key[out++] = 1;
        key[out++] = (byte) (octet + 1);
      } else {
        key[out++] = AsciiCase.lower(octet);
      }
    }
    key[out++] = 0;
    return out;
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
    int front = wire.length - 1;
    int at = offset;
    while (at < offset + length) {
      int labelEnd = at;
      while (key[labelEnd] != 0) {
        labelEnd++;
      }
      front = prependLabel(key, at, labelEnd, wire, front);
      at = labelEnd + 1;
    }
    try {
      return DnsName.fromWire(wire, front, wire.length - front);
    } catch (NameSyntaxException e) {
      throw new AssertionError("a key is made from a name", e);
    }
  }

  private static int prependLabel(byte[] key, int from, int to, byte[] wire, int front) {
    int escapes = 0;
    for (int i = from; i < to; i++) {
      escapes += key[i] == 1 ? 1 : 0;
      i += key[i] == 1 ? 1 : 0;
    }
    int length = to - from - escapes;
    int start = front - length - 1;
    wire[start] = (byte) length;
    int out = start + 1;
    for (int i = from; i < to; i++) {
      wire[out++] = key[i] == 1 ? (byte) (key[++i] - 1) : key[i];
    }
    return start;
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
