package org.offlinesign.rdata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.wire.WireFormatException;

/** URI templates (RFC 6570) as the dohpath parameter has them (RFC 9461 §5). */
final class UriTemplate {
  private static final String VARCHAR = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})";
  private static final String VARNAME = VARCHAR + "(?:\\.?" + VARCHAR + ")*";
  // RFC 6570 §2.4.1: a prefix is 1 to 9999.
  private static final String VARSPEC = "(" + VARNAME + ")(?:\\*|:[1-9][0-9]{0,3})?";
  // RFC 6570 §2.2: the operators that have a meaning.
  private static final Pattern EXPRESSION =
      Pattern.compile("\\{[+#./;?&]?(" + VARSPEC + "(?:," + VARSPEC + ")*)\\}");
  private static final Pattern LITERALS =
      Pattern.compile("(?:[^\\p{Cntrl} \"'%<>\\\\^`{|}]|%[0-9A-Fa-f]{2})*");
  private static final Pattern DNS_VARIABLE = Pattern.compile("(?:.*,)?dns(?:[,:*].*)?");

  private UriTemplate() {}

  /** Checks that some octets are a relative template with the variable "dns". */
  static void check(byte[] octets, int from, int to) throws WireFormatException {
    String template = utf8(octets, from, to);
    if (!template.startsWith("/")) {
      throw fault("to start with '/'", template);
    }
    Matcher expression = EXPRESSION.matcher(template);
    StringBuilder literals = new StringBuilder();
    boolean hasDns = false;
    while (expression.find()) {
      hasDns |= DNS_VARIABLE.matcher(expression.group(1)).matches();
      expression.appendReplacement(literals, "");
    }
    expression.appendTail(literals);
    if (!LITERALS.matcher(literals).matches()) {
      throw fault("to be well formed", template);
    }
    if (!hasDns) {
      throw fault("to have the variable 'dns'", template);
    }
  }

  private static String utf8(byte[] octets, int from, int to) throws WireFormatException {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(octets, from, to - from);
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw SvcValue.fault("a URI template in UTF-8", octets, from, to);
    }
  }

  private static WireFormatException fault(String expectation, String template) {
    return new WireFormatException(
        "expected the URI template " + expectation + " but found '" + template + "'");
  }
}
