package org.offlinesign.name;

/** Lower case for ASCII letters and for nothing else (RFC 4343 §3). */
public final class AsciiCase {
  private static final byte[] LOWER = new byte[256];

  static {
    for (int i = 0; i < LOWER.length; i++) {
      LOWER[i] = (byte) (i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    }
  }

  private AsciiCase() {}

  /** Returns an octet with an ASCII letter in lower case. */
  public static byte lower(byte octet) {
    return LOWER[octet & 0xff];
  }

  /**
   * Lowers the ASCII letters of some octets in place. The length octets of labels are below 64 and
   * stay as they are.
   */
  public static void lower(byte[] octets, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      octets[i] = LOWER[octets[i] & 0xff];
    }
  }

  /** Says whether there is an ASCII letter in upper case among some octets. */
  public static boolean hasUpper(byte[] octets, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      if (octets[i] >= 'A' && octets[i] <= 'Z') {
        return true;
      }
    }
    return false;
  }
}
