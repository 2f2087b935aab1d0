package org.offlinesign.rdata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;

/** URI templates (RFC 6570) as the dohpath parameter has them (RFC 9461 §5). */
final class UriTemplate {
  private static final String OPERATORS = "+#./;?&";
  private static final String NOT_LITERAL = " \"'<>\\^`{|}\u007f";
  private static final int MAX_PREFIX_DIGITS = 4;

  private final byte[] octets;
  private final int end;
  private int at;
  private boolean hasDns;

  private UriTemplate(byte[] octets, int from, int to) {
    this.octets = octets;
    this.at = from;
    this.end = to;
  }

  /** Checks that some octets are a relative template with the variable "dns". */
  static void check(byte[] octets, int from, int to) throws WireFormatException {
    UriTemplate template = new UriTemplate(octets, from, to);
    if (from == to || octets[from] != '/') {
      throw SvcValue.fault("a URI template that starts with '/'", octets, from, to);
    }
    if (!isUtf8(octets, from, to) || !template.isWellFormed()) {
      throw SvcValue.fault("a well-formed URI template", octets, from, to);
    }
    if (!template.hasDns) {
      throw SvcValue.fault("a URI template with the variable 'dns'", octets, from, to);
    }
  }

  private static boolean isUtf8(byte[] octets, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, from, to - from));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private boolean isWellFormed() {
    while (at < end) {
      boolean read =
          switch (octets[at]) {
            case '{' -> expression();
            case '%' -> percent();
            default -> literal();
          };
      if (!read) {
        return false;
      }
    }
    return true;
  }

  /** Passes over a literal (RFC 6570 §2.1). */
  private boolean literal() {
    int octet = octets[at] & 0xff;
    at++;
    return octet >= ' ' && NOT_LITERAL.indexOf(octet) < 0;
  }

  /** Passes over an octet in hex. */
  private boolean percent() {
    if (end - at < 3 || Hex.digit(octets[at + 1]) < 0 || Hex.digit(octets[at + 2]) < 0) {
      return false;
    }
    at += 3;
    return true;
  }

  /** Passes over an expression (RFC 6570 §2.2). */
  private boolean expression() {
    at++;
    if (at < end && OPERATORS.indexOf(octets[at]) >= 0) {
      at++;
    }
    while (variable()) {
      if (at == end) {
        return false;
      }
      byte next = octets[at++];
      if (next != ',') {
        return next == '}';
      }
    }
    return false;
  }

  /** Passes over a variable and its modifier (RFC 6570 §2.3, §2.4). */
  private boolean variable() {
    int start = at;
    do {
      if (!variableCharacters()) {
        return false;
      }
    } while (accept('.'));
    hasDns |=
        at - start == 3
            && octets[start] == 'd'
            && octets[start + 1] == 'n'
            && octets[start + 2] == 's';
    return accept('*') || !accept(':') || prefixLength();
  }

  /** Passes over one or more characters of a name between dots. */
  private boolean variableCharacters() {
    int start = at;
    boolean read = true;
    while (read) {
      read = variableCharacter();
    }
    return at > start;
  }

  private boolean variableCharacter() {
    if (at == end) {
      return false;
    }
    int octet = octets[at];
    if (octet == '%') {
      return percent();
    }
    int lower = octet | 0x20;
    boolean read = (lower >= 'a' && lower <= 'z') || (octet >= '0' && octet <= '9') || octet == '_';
    at += read ? 1 : 0;
    return read;
  }

  private boolean accept(char wanted) {
    boolean found = at < end && octets[at] == wanted;
    at += found ? 1 : 0;
    return found;
  }

  /** Passes over the number 1 to 9999 of a prefix modifier (RFC 6570 §2.4.1). */
  private boolean prefixLength() {
    int start = at;
    while (at < end && octets[at] >= '0' && octets[at] <= '9') {
      at++;
    }
    return at > start && at - start <= MAX_PREFIX_DIGITS && octets[start] != '0';
  }
}
