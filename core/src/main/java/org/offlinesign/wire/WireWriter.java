package org.offlinesign.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing run of octets, written at its end: wire form and zone text alike.
 *
 * <p>Not thread safe. The memory held is the largest length reached; {@link #clear()} keeps it.
 */
public final class WireWriter {
  private byte[] octets;
  private int length;

  /** Creates a writer with room for some octets before it first grows. */
  public WireWriter(int capacity) {
    this.octets = new byte[Math.max(16, capacity)];
  }

  /** Returns how many octets have been written. */
  public int length() {
    return length;
  }

  /** Forgets what was written and keeps the memory. */
  public void clear() {
    length = 0;
  }

  /** Forgets all octets from a position on. */
  public void truncate(int newLength) {
    if (newLength < 0 || newLength > length) {
      throw new IllegalArgumentException("length " + newLength + " is not within 0.." + length);
    }
    length = newLength;
  }

  /** Makes room for more octets without writing them. */
  public void reserve(int more) {
    int needed = length + more;
    if (needed > octets.length || needed < 0) {
      grow(needed);
    }
  }

  private void grow(int needed) {
    if (needed < 0) {
      throw new OutOfMemoryError("a buffer cannot exceed 2 GiB");
    }
    long doubled = Math.min((long) octets.length * 2, Integer.MAX_VALUE - 16L);
    octets = Arrays.copyOf(octets, (int) Math.max(doubled, needed));
  }

  /** Appends one octet. */
  public WireWriter u8(int value) {
    if (length == octets.length) {
      grow(length + 1);
    }
    octets[length++] = (byte) value;
    return this;
  }

  /** Appends two octets, most significant first. */
  public WireWriter u16(int value) {
    reserve(2);
    octets[length++] = (byte) (value >>> 8);
    octets[length++] = (byte) value;
    return this;
  }

  /** Appends four octets, most significant first. */
  public WireWriter u32(long value) {
    reserve(4);
    octets[length++] = (byte) (value >>> 24);
    octets[length++] = (byte) (value >>> 16);
    octets[length++] = (byte) (value >>> 8);
    octets[length++] = (byte) value;
    return this;
  }

  /** Appends all octets of an array. */
  public WireWriter bytes(byte[] source) {
    return bytes(source, 0, source.length);
  }

  /** Appends some octets of an array. */
  public WireWriter bytes(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, octets, length, count);
    length += count;
    return this;
  }

  /** Appends what another writer holds. */
  public WireWriter bytes(WireWriter other) {
    return bytes(other.octets, 0, other.length);
  }

  /** Appends text whose characters are all below 256, one octet each. */
  public WireWriter ascii(String text) {
    return bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Appends a number in decimal digits. */
  public WireWriter decimal(long value) {
    if (value < 0) {
      return ascii(Long.toString(value));
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    reserve(digits);
    long rest = value;
    for (int i = length + digits - 1; i >= length; i--) {
      octets[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  /** Replaces the two octets at a position already written. */
  public void setU16(int position, int value) {
    checkWritten(position, 2);
    octets[position] = (byte) (value >>> 8);
    octets[position + 1] = (byte) value;
  }

  /** Replaces the octet at a position already written. */
  public void setU8(int position, int value) {
    checkWritten(position, 1);
    octets[position] = (byte) value;
  }

  private void checkWritten(int position, int count) {
    if (position < 0 || position + count > length) {
      throw new IllegalArgumentException("position " + position + " is not within " + length);
    }
  }

  /**
   * Returns the octets themselves, for readers that must not copy: valid up to {@link #length()}
   * and until the next write. The caller writes into them only past {@link #length()}, after {@link
   * #reserve}, and says so with {@link #advance}.
   */
  public byte[] array() {
    return octets;
  }

  /** Counts octets that the caller has put into {@link #array()} itself. */
  public void advance(int count) {
    if (count < 0 || length + count > octets.length) {
      throw new IllegalArgumentException("cannot advance by " + count);
    }
    length += count;
  }

  /** Returns a copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(octets, length);
  }

  /** Writes everything to a stream. */
  public void writeTo(OutputStream out) throws IOException {
    out.write(octets, 0, length);
  }

  /** Returns the octets read as ISO 8859-1 text. */
  @Override
  public String toString() {
    return new String(octets, 0, length, StandardCharsets.ISO_8859_1);
  }
}
