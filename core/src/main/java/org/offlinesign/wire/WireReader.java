package org.offlinesign.wire;

import java.util.Arrays;

/**
 * Reads wire form from a part of an array, in order.
 *
 * <p>Every read past the end throws {@link WireFormatException}. Not thread safe; holds no copy.
 */
public final class WireReader {
  private final byte[] octets;
  private final int end;
  private int position;

  /** Reads a whole array. */
  public WireReader(byte[] octets) {
    this(octets, 0, octets.length);
  }

  /** Reads a part of an array. */
  public WireReader(byte[] octets, int offset, int length) {
    this.octets = octets;
    this.position = offset;
    this.end = offset + length;
  }

  /** Returns the index in the array of the next octet. */
  public int position() {
    return position;
  }

  /** Returns the array itself, which the caller only reads. */
  public byte[] array() {
    return octets;
  }

  /** Returns how many octets are left. */
  public int remaining() {
    return end - position;
  }

  /** Reads one octet. */
  public int u8() throws WireFormatException {
    need(1);
    return octets[position++] & 0xff;
  }

  /** Reads two octets, most significant first. */
  public int u16() throws WireFormatException {
    need(2);
    int value = (octets[position] & 0xff) << 8 | (octets[position + 1] & 0xff);
    position += 2;
    return value;
  }

  /** Reads four octets, most significant first, as an unsigned number. */
  public long u32() throws WireFormatException {
    return (long) u16() << 16 | u16();
  }

  /** Reads some octets into a new array. */
  public byte[] bytes(int count) throws WireFormatException {
    need(count);
    byte[] copy = Arrays.copyOfRange(octets, position, position + count);
    position += count;
    return copy;
  }

  /** Passes over some octets and returns the index of the first. */
  public int skip(int count) throws WireFormatException {
    need(count);
    int start = position;
    position += count;
    return start;
  }

  private void need(int count) throws WireFormatException {
    if (count < 0 || count > end - position) {
      throw new WireFormatException(
          "expected " + count + " more octets but found " + (end - position));
    }
  }
}
