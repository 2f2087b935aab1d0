package org.offlinesign.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What may be said, by its look, of text in a log that is no line of it. */
enum TextForm {
  /** As a program leaves it that is killed while it writes a line. */
  HALF_A_LINE("half a line: a program was killed, or had no room, writing it", ""),

  /** A line that was whole before its end became CR LF. */
  LINE_WITH_CARRIAGE_RETURN(
      "no line of an audit log",
      ": it ends with CR LF, as editors and transfers of text write it; compare with the file as"
          + " it was before"),

  /** A line that was whole before something was put in front of it. */
  LINE_WITH_BYTE_ORDER_MARK(
      "no line of an audit log",
      ": a byte order mark stands before it, as editors write it; compare with the file as it was"
          + " before"),

  /** Anything else. */
  FOREIGN("no line of an audit log, nor half of one: another program has written it", "");

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final String name;
  private final String hint;

  TextForm(String name, String hint) {
    this.name = name;
    this.hint = hint;
  }

  /** Returns the form of what stands between two ends of lines, which is no line. */
  static TextForm of(byte[] octets) {
    int length = octets.length;
    if (length > 0
        && octets[length - 1] == '\r'
        && AuditLine.parse(octets, 0, length - 1).isPresent()) {
      return LINE_WITH_CARRIAGE_RETURN;
    }
    int mark = BYTE_ORDER_MARK.length;
    if (length > mark && Arrays.equals(octets, 0, mark, BYTE_ORDER_MARK, 0, mark)) {
      return LINE_WITH_BYTE_ORDER_MARK;
    }
    String start =
        new String(
            octets, 0, Math.min(length, AuditLine.BEGINNING.length()), StandardCharsets.ISO_8859_1);
    return AuditLine.BEGINNING.startsWith(start) ? HALF_A_LINE : FOREIGN;
  }

  /** Returns what the text is, where the line behind it tells that it was there already. */
  String words() {
    return name + hint;
  }

  /** Returns what to say besides where the text is a fault; may be empty. */
  String hint() {
    return hint;
  }
}
