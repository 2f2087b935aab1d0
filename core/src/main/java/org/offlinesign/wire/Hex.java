package org.offlinesign.wire;

import java.util.Arrays;

/** Base 16 (RFC 4648 §8): upper case when written, either case when read. */
public final class Hex {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private static final byte[] VALUES = values();

  private Hex() {}

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < DIGITS.length; i++) {
      values[DIGITS[i]] = (byte) i;
      values[DIGITS[i] | 0x20] = (byte) i;
    }
    return values;
  }

  /** Appends two upper-case digits for each octet. */
  public static void encode(byte[] octets, int offset, int count, WireWriter out) {
    for (int i = offset; i < offset + count; i++) {
      out.u8(DIGITS[octets[i] >> 4 & 0xf]).u8(DIGITS[octets[i] & 0xf]);
    }
  }

  /** Returns two upper-case digits for each octet. */
  public static String encode(byte[] octets) {
    WireWriter out = new WireWriter(octets.length * 2);
    encode(octets, 0, octets.length, out);
    return out.toString();
  }

  /** Returns the value 0 to 15 of a digit, or a negative number if it is none. */
  public static int digit(int character) {
    return character >= 0 && character < VALUES.length ? VALUES[character] : -1;
  }

  /** Returns the octets that pairs of digits stand for. */
  public static byte[] decode(String text) throws WireFormatException {
    if (text.length() % 2 != 0) {
      throw new WireFormatException("expected pairs of hex digits but found " + text.length());
    }
    byte[] octets = new byte[text.length() / 2];
    for (int i = 0; i < octets.length; i++) {
      int high = digit(text.charAt(2 * i));
      int low = digit(text.charAt(2 * i + 1));
      if (high < 0 || low < 0) {
        throw new WireFormatException(
            "expected a hex digit but found '" + text.substring(2 * i, 2 * i + 2) + "'");
      }
      octets[i] = (byte) (high << 4 | low);
    }
    return octets;
  }
}
