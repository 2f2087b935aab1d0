package org.offlinesign.name;

import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.WireWriter;

/** The backslash escapes of master files (RFC 1035 §5.1), in names and in character-strings. */
public final class Escapes {
  private static final int DIGITS = 3;

  /** The octets that stand for themselves in the text of a label. */
  private static final boolean[] PLAIN = new boolean[256];

  static {
    for (int octet = 0; octet < PLAIN.length; octet++) {
      WireWriter text = new WireWriter(1 + DIGITS);
      writeLabelOctet(octet, text);
      PLAIN[octet] = text.length() == 1;
    }
  }

  private Escapes() {}

  /**
   * Returns the octet that the escape at {@code text[at]}, a backslash, stands for; a negative
   * number says that it is malformed, and {@link #describeFault} how.
   */
  public static int value(byte[] text, int at, int to, EscapeStyle style) {
    if (at + 1 >= to) {
      return -1;
    }
    int next = text[at + 1] & 0xff;
    if (!isDigit(next)) {
      return next;
    }
    if (at + DIGITS >= to) {
      return -1;
    }
    int value = 0;
    for (int i = 1; i <= DIGITS; i++) {
      int digit = (text[at + i] & 0xff) - '0';
      if (digit < 0 || digit >= style.base()) {
        return -1;
      }
      value = value * style.base() + digit;
    }
    return value > 255 ? -1 : value;
  }

  /** Returns the length in octets of the well-formed escape at {@code text[at]}. */
  public static int length(byte[] text, int at) {
    return isDigit(text[at + 1] & 0xff) ? 1 + DIGITS : 2;
  }

  /** Says what is wrong with an escape for which {@link #value} is negative. */
  public static String describeFault(byte[] text, int at, int to, EscapeStyle style) {
    int shown = Math.min(to, at + 1 + DIGITS);
    String found = new String(text, at, shown - at, StandardCharsets.ISO_8859_1);
    return style == EscapeStyle.DECIMAL
        ? "expected \\DDD with a decimal number of at most 255 but found '" + found + "'"
        : "expected \\OOO with an octal number of at most 377 but found '" + found + "'";
  }

  /** Appends octets of a label as its text; nearly all stand for themselves and are copied. */
  public static void writeLabel(byte[] octets, int from, int to, WireWriter out) {
    int copied = from;
    for (int i = from; i < to; i++) {
      if (!PLAIN[octets[i] & 0xff]) {
        out.bytes(octets, copied, i - copied);
        writeLabelOctet(octets[i] & 0xff, out);
        copied = i + 1;
      }
    }
    out.bytes(octets, copied, to - copied);
  }

  /**
   * Appends an octet as it stands in the text of a label. Knot takes no character that is unusual
   * in a name as it is; by its number every program takes it.
   */
  private static void writeLabelOctet(int octet, WireWriter out) {
    switch (octet) {
      case '.', '\\', '"', ';', '(', ')', '@', '$' -> out.u8('\\').u8(octet);
      case '!',
          '#',
          '%',
          '&',
          '\'',
          '+',
          ',',
          ':',
          '<',
          '=',
          '>',
          '?',
          '[',
          ']',
          '^',
          '`',
          '{',
          '|',
          '}',
          '~' ->
          writeDecimal(octet, out);
      default -> writePlain(octet, out);
    }
  }

  /** Appends an octet, as itself where it is printable and not a space, else as {@code \DDD}. */
  private static void writePlain(int octet, WireWriter out) {
    if (octet > ' ' && octet < 0x7f) {
      out.u8(octet);
    } else {
      writeDecimal(octet, out);
    }
  }

  /** Appends an octet as it stands between quotation marks. */
  public static void writeQuotedOctet(int octet, WireWriter out) {
    if (octet == '"' || octet == '\\') {
      out.u8('\\').u8(octet);
    } else if (octet == ' ') {
      out.u8(octet);
    } else {
      writePlain(octet, out);
    }
  }

  private static void writeDecimal(int octet, WireWriter out) {
    out.u8('\\').u8('0' + octet / 100).u8('0' + octet / 10 % 10).u8('0' + octet % 10);
  }

  private static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }
}
