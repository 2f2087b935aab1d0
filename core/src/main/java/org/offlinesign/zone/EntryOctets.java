package org.offlinesign.zone;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** How an entry lies in memory and on disk: its length, the length of its sort key, its octets. */
final class EntryOctets {
  /** The octets before an entry. */
  static final int HEADER = 8;

  private static final int KEY_LENGTH_AT = 4;
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private EntryOctets() {}

  /** Writes a header and the entry after it. */
  static void write(byte[] to, int at, byte[] octets, int offset, int keyLength, int length) {
    putInt(to, at, length);
    putInt(to, at + KEY_LENGTH_AT, keyLength);
    System.arraycopy(octets, offset, to, at + HEADER, length);
  }

  /** Returns the length of the entry whose header is at an index. */
  static int length(byte[] octets, int header) {
    return getInt(octets, header);
  }

  /** Returns the length of the sort key of the entry whose header is at an index. */
  static int keyLength(byte[] octets, int header) {
    return getInt(octets, header + KEY_LENGTH_AT);
  }

  private static void putInt(byte[] to, int at, int value) {
    to[at] = (byte) (value >>> 24);
    to[at + 1] = (byte) (value >>> 16);
    to[at + 2] = (byte) (value >>> 8);
    to[at + 3] = (byte) value;
  }

  private static int getInt(byte[] octets, int at) {
    return octets[at] << 24
        | (octets[at + 1] & 0xff) << 16
        | (octets[at + 2] & 0xff) << 8
        | (octets[at + 3] & 0xff);
  }

  /** Returns eight octets as one number, as if zero octets followed the end. */
  static long word(byte[] octets, int at, int end) {
    if (end - at >= Long.BYTES) {
      return (long) LONG.get(octets, at);
    }
    long word = 0;
    for (int i = at; i < end; i++) {
      word = word << 8 | (octets[i] & 0xff);
    }
    return end <= at ? 0 : word << (8 * (Long.BYTES - (end - at)));
  }

  /** Returns how many octets two keys have in common at their starts. */
  static int commonLength(byte[] a, byte[] b) {
    int mismatch = Arrays.mismatch(a, b);
    return mismatch < 0 ? a.length : mismatch;
  }
}
