package org.offlinesign.wire;

/**
 * Base 32 with the extended hex alphabet (RFC 4648 §7), without padding, as NSEC3 owner names and
 * next hashes are written (RFC 5155 §3.3): its text sorts as its octets do.
 */
public final class Base32Hex {
  private static final int BITS = 5;

  private Base32Hex() {}

  /** Appends the lower-case form of some octets. */
  public static void encodeLower(byte[] octets, int offset, int count, WireWriter out) {
    encode(octets, offset, count, 'a', out);
  }

  /** Appends the upper-case form of some octets. */
  public static void encodeUpper(byte[] octets, int offset, int count, WireWriter out) {
    encode(octets, offset, count, 'A', out);
  }

  private static void encode(byte[] octets, int offset, int count, char letters, WireWriter out) {
    int held = 0;
    int bits = 0;
    for (int i = offset; i < offset + count; i++) {
      held = held << 8 | (octets[i] & 0xff);
      bits += 8;
      while (bits >= BITS) {
        bits -= BITS;
        out.u8(character(held >> bits & 31, letters));
      }
    }
    if (bits > 0) {
      out.u8(character(held << (BITS - bits) & 31, letters));
    }
  }

  private static int character(int value, char letters) {
    return value < 10 ? '0' + value : letters + value - 10;
  }

  /** Appends the octets that text of either case stands for. */
  public static void decode(byte[] text, int offset, int count, WireWriter out)
      throws WireFormatException {
    int held = 0;
    int bits = 0;
    for (int i = offset; i < offset + count; i++) {
      held = held << BITS | value(text[i]);
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        out.u8(held >> bits & 0xff);
      }
      held &= 0xff;
    }
    if (bits >= BITS || (held & (1 << bits) - 1) != 0) {
      throw new WireFormatException("expected whole octets in base32hex");
    }
  }

  private static int value(byte character) throws WireFormatException {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    int lower = character | 0x20;
    if (lower >= 'a' && lower <= 'v') {
      return lower - 'a' + 10;
    }
    throw new WireFormatException(
        "expected a base32hex digit but found '" + (char) (character & 0xff) + "'");
  }
}
