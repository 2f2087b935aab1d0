package org.offlinesign.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Base 64 with padding (RFC 4648 §4), read piece by piece as master files break it over lines.
 *
 * <p>One decoder reads one value; not thread safe.
 */
public final class Base64 {
  private static final byte[] ALPHABET = alphabet();
  private static final byte[] VALUES = values();
  private static final int PAD = '=';

  private int held;
  private int characters;
  private int pads;

  /** Creates a decoder of one value. */
  public Base64() {}

  private static byte[] alphabet() {
    WireWriter out = new WireWriter(64);
    out.ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    return out.toByteArray();
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length; i++) {
      values[ALPHABET[i]] = (byte) i;
    }
    return values;
  }

  /** Appends the text of some octets. */
  public static void encode(byte[] octets, int offset, int count, WireWriter out) {
    out.reserve((count + 2) / 3 * 4);
    byte[] text = out.array();
    int at = out.length();
    int whole = offset + count / 3 * 3;
    for (int i = offset; i < whole; i += 3) {
      int bits = (octets[i] & 0xff) << 16 | (octets[i + 1] & 0xff) << 8 | (octets[i + 2] & 0xff);
      text[at++] = ALPHABET[bits >> 18];
      text[at++] = ALPHABET[bits >> 12 & 63];
      text[at++] = ALPHABET[bits >> 6 & 63];
      text[at++] = ALPHABET[bits & 63];
    }
    int rest = offset + count - whole;
    if (rest > 0) {
      int bits = (octets[whole] & 0xff) << 16 | (rest == 2 ? (octets[whole + 1] & 0xff) << 8 : 0);
      text[at++] = ALPHABET[bits >> 18];
      text[at++] = ALPHABET[bits >> 12 & 63];
      text[at++] = rest == 2 ? ALPHABET[bits >> 6 & 63] : (byte) PAD;
      text[at++] = PAD;
    }
    out.advance(at - out.length());
  }

  /**
   * Appends the octets that a piece of the text completes.
   *
   * @return the index of the first character that cannot stand there; a negative number if all can
   */
  public int decode(byte[] text, int from, int to, WireWriter out) {
    for (int i = wholeGroups(text, from, to, out); i < to; i++) {
      int value = VALUES[text[i] & 0xff];
      if (value >= 0 && pads == 0) {
        held = held << 6 | value;
        characters++;
        if ((characters & 3) == 0) {
          out.u8(held >> 16).u8(held >> 8).u8(held);
          held = 0;
        }
      } else if (text[i] == PAD && (characters & 3) + pads >= 2 && (characters & 3) + pads < 4) {
        pads++;
      } else {
        return i;
      }
    }
    return -1;
  }

  /** Appends the octets of all groups of four up to the first that is special in any way. */
  private int wholeGroups(byte[] text, int from, int to, WireWriter out) {
    if ((characters & 3) != 0 || pads > 0) {
      return from;
    }
    out.reserve((to - from) / 4 * 3);
    byte[] octets = out.array();
    int at = out.length();
    int i = from;
    for (; i + 4 <= to; i += 4) {
      int bits =
          VALUES[text[i] & 0xff] << 18
              | VALUES[text[i + 1] & 0xff] << 12
              | VALUES[text[i + 2] & 0xff] << 6
              | VALUES[text[i + 3] & 0xff];
      if (bits < 0) {
        break;
      }
      octets[at++] = (byte) (bits >> 16);
      octets[at++] = (byte) (bits >> 8);
      octets[at++] = (byte) bits;
    }
    out.advance(at - out.length());
    return i;
  }

  /**
   * Appends the octets of the last, padded group.
   *
   * @return what is wrong with the end of the text; null if nothing is
   */
  public @Nullable String finish(WireWriter out) {
    int loose = characters & 3;
    if (loose + pads != 0 && loose + pads != 4) {
      return "expected base64 in groups of 4 characters, the last one padded with '='";
    }
    if (loose == 3) {
      out.u8(held >> 10).u8(held >> 2);
      return (held & 3) == 0 ? null : surplusBits();
    }
    if (loose == 2) {
      out.u8(held >> 4);
      return (held & 15) == 0 ? null : surplusBits();
    }
    return null;
  }

  private static String surplusBits() {
    return "expected the last base64 character before '=' to have no surplus bits";
  }
}
