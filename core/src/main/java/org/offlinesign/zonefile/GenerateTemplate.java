package org.offlinesign.zonefile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.wire.WireWriter;

/**
 * Text of a {@code $GENERATE} in which {@code $} and <code>${offset,width,base}</code> stand for
 * the number of the record, and {@code $$} and {@code \$} for a dollar sign.
 */
final class GenerateTemplate {
  private static final Pattern FORMAT =
      Pattern.compile("\\{([-+]?[0-9]{1,10})(?:,([0-9]{1,3})(?:,([doxXnN]))?)?\\}");

  /** What BIND has room for. */
  private static final int MAX_WIDTH = 127;

  /** What the longest RDATA takes, with four characters an octet, and quotation marks. */
  static final int MAX_TEXT = 512 << 10;

  /** More than the longest format. */
  private static final int LOOK_AHEAD = 32;

  private final byte[] template;

  GenerateTemplate(byte[] template) {
    this.template = template;
  }

  /** Appends the text for a number. */
  void expand(long number, WireWriter out) throws Fault {
    int at = 0;
    while (at < template.length) {
      if (out.length() > MAX_TEXT) {
        throw new Fault(
            LintCode.GENERATE,
            "expected at most " + (MAX_TEXT >> 10) + " KiB of text for a record but found more");
      }
      byte octet = template[at++];
      if (octet == '\\' && at < template.length) {
        out.u8(octet).u8(template[at++]);
      } else if (octet != '$') {
        out.u8(octet);
      } else if (at < template.length && template[at] == '$') {
        out.u8(template[at++]);
      } else if (at < template.length && template[at] == '{') {
        at = formatted(at, number, out);
      } else {
        out.decimal(number);
      }
    }
  }

  private int formatted(int at, long number, WireWriter out) throws Fault {
    int length = Math.min(template.length - at, LOOK_AHEAD);
    String rest = new String(template, at, length, StandardCharsets.ISO_8859_1);
    Matcher matcher = FORMAT.matcher(rest);
    if (!matcher.lookingAt()) {
      throw new Fault(
          LintCode.GENERATE,
          "expected ${offset}, ${offset,width} or ${offset,width,base} with base d, o, x, X, n or N"
              + " but found '$"
              + rest
              + "'");
    }
    long value = number + Long.parseLong(matcher.group(1));
    if (value != (int) value) {
      throw new Fault(LintCode.GENERATE, "expected a number of 32 bits but found " + value);
    }
    int width = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    char base = matcher.group(3) == null ? 'd' : matcher.group(3).charAt(0);
    String text = text((int) value, width, base);
    if (width > MAX_WIDTH) {
      throw new Fault(
          LintCode.GENERATE, "expected a width of at most " + MAX_WIDTH + " but found " + width);
    }
    out.ascii(text);
    return at + matcher.end();
  }

  private static String text(int value, int width, char base) {
    return switch (base) {
      case 'o' -> padded("", Integer.toOctalString(value), width);
      case 'x' -> padded("", Integer.toHexString(value), width);
      case 'X' -> padded("", Integer.toHexString(value).toUpperCase(Locale.ROOT), width);
      case 'n' -> nibbles(value, width);
      case 'N' -> nibbles(value, width).toUpperCase(Locale.ROOT);
      default -> padded(value < 0 ? "-" : "", Long.toString(Math.abs((long) value)), width);
    };
  }

  private static String padded(String sign, String digits, int width) {
    return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
  }

  /**
   * Returns hexadecimal digits as labels, the lowest first, as in ip6.arpa. The width counts the
   * dots, so that an even one ends in a dot.
   */
  private static String nibbles(int value, int width) {
    StringBuilder text = new StringBuilder();
    int rest = value;
    do {
      text.append(Character.forDigit(rest & 0xf, 16));
      rest >>>= 4;
      if (rest != 0 || text.length() < width) {
        text.append('.');
      }
    } while (rest != 0 || text.length() < width);
    return text.toString();
  }
}
