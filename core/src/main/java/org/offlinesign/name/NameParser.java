package org.offlinesign.name;

import static org.offlinesign.name.DnsName.MAX_LABEL_LENGTH;
import static org.offlinesign.name.DnsName.MAX_WIRE_LENGTH;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.offlinesign.wire.WireWriter;

/**
 * Turns the master file text of a name (RFC 1035 §5.1) into wire octets, without objects in
 * between.
 *
 * <p>Any octet may stand in a label (RFC 2181 §11): as itself, as {@code \X}, or as {@code \DDD}.
 * Immutable and thread safe.
 */
public final class NameParser {
  private final EscapeStyle escapes;

  /** Creates a parser. */
  public NameParser(EscapeStyle escapes) {
    this.escapes = escapes;
  }

  /**
   * Appends the wire form of the name in {@code text[from, to)}.
   *
   * @param origin what completes a relative name and {@code @}; null where only absolute names may
   *     stand
   * @throws NameSyntaxException if the text is no name; {@code out} is then as it was before
   */
  public void parse(byte[] text, int from, int to, @Nullable DnsName origin, WireWriter out)
      throws NameSyntaxException {
    int start = out.length();
    try {
      if (to - from == 1 && text[from] == '@') {
        appendOrigin(origin, start, out, text, from, to);
      } else if (to - from == 1 && text[from] == '.') {
        out.u8(0);
      } else if (labels(text, from, to, out)) {
        out.u8(0);
        checkLength(out.length() - start, 0);
      } else {
        appendOrigin(origin, start, out, text, from, to);
      }
    } catch (NameSyntaxException e) {
      out.truncate(start);
      throw e;
    }
  }

  /** Appends the labels; returns true if the last one ended in a dot. */
  private boolean labels(byte[] text, int from, int to, WireWriter out) throws NameSyntaxException {
    if (from == to) {
      throw new NameSyntaxException("expected a domain name but found nothing", 0);
    }
    int start = out.length();
    int lengthAt = start;
    out.u8(0);
    int at = from;
    while (at < to) {
      byte octet = text[at];
      if (octet == '.') {
        endLabel(out, lengthAt, at - from);
        if (at + 1 == to) {
          return true;
        }
        checkLength(out.length() - start, at - from);
        lengthAt = out.length();
        out.u8(0);
        at++;
      } else if (octet == '\\') {
        at = escape(text, at, from, to, out);
      } else {
        out.u8(octet);
        at++;
      }
      if (out.length() - start > 2 * MAX_WIRE_LENGTH) {
        checkLabel(out, lengthAt, at - from);
        checkLength(out.length() - start, at - from);
      }
    }
    endLabel(out, lengthAt, to - from);
    return false;
  }

  /** Appends the octet of an escape and returns the index after it. */
  private int escape(byte[] text, int at, int from, int to, WireWriter out)
      throws NameSyntaxException {
    int value = Escapes.value(text, at, to, escapes);
    if (value < 0) {
      throw new NameSyntaxException(Escapes.describeFault(text, at, to, escapes), at - from);
    }
    out.u8(value);
    return at + Escapes.length(text, at);
  }

  private static void endLabel(WireWriter out, int lengthAt, int offset)
      throws NameSyntaxException {
    int length = checkLabel(out, lengthAt, offset);
    if (length == 0) {
      throw new NameSyntaxException("expected a label but found an empty one", offset);
    }
    out.setU8(lengthAt, length);
  }

  private static int checkLabel(WireWriter out, int lengthAt, int offset)
      throws NameSyntaxException {
    int length = out.length() - lengthAt - 1;
    if (length > MAX_LABEL_LENGTH) {
      throw new NameSyntaxException(
          "expected a label of at most " + MAX_LABEL_LENGTH + " octets but found " + length,
          offset);
    }
    return length;
  }

  private static void checkLength(int length, int offset) throws NameSyntaxException {
    if (length > MAX_WIRE_LENGTH) {
      throw new NameSyntaxException(
          "expected a name of at most " + MAX_WIRE_LENGTH + " octets but found " + length, offset);
    }
  }

  private static void appendOrigin(
      @Nullable DnsName origin, int start, WireWriter out, byte[] text, int from, int to)
      throws NameSyntaxException {
    if (origin == null) {
      throw new NameSyntaxException(
          "expected a name that ends in a dot, because no origin is known, but found '"
              + new String(text, from, to - from, StandardCharsets.ISO_8859_1)
              + "'",
          0);
    }
    origin.writeTo(out);
    checkLength(out.length() - start, 0);
  }
}
