package org.offlinesign.zonefile;

/** What each octet means to the scanner of a master file (RFC 1035 §5.1), as a table. */
final class OctetClass {
  /** Part of a word. */
  static final byte WORD = 0;

  /** Begins an escape. */
  static final byte BACKSLASH = 1;

  /** Space or tab. */
  static final byte BLANK = 2;

  /** Line feed; the sentinel after the last octet of the block looks the same. */
  static final byte NEWLINE = 3;

  /** Carriage return, which ends a line as a line feed does. */
  static final byte RETURN = 4;

  /** Begins a comment. */
  static final byte COMMENT = 5;

  /** Makes line ends count as blanks. */
  static final byte OPEN = 6;

  /** Makes line ends count again. */
  static final byte CLOSE = 7;

  /** Begins or ends a quoted field. */
  static final byte QUOTE = 8;

  private static final byte[] CLASSES = new byte[256];

  static {
    CLASSES['\\'] = BACKSLASH;
    CLASSES[' '] = BLANK;
    CLASSES['\t'] = BLANK;
    CLASSES['\n'] = NEWLINE;
    CLASSES['\r'] = RETURN;
    CLASSES[';'] = COMMENT;
    CLASSES['('] = OPEN;
    CLASSES[')'] = CLOSE;
    CLASSES['"'] = QUOTE;
  }

  private OctetClass() {}

  /** Returns the class of an octet. */
  static byte of(byte octet) {
    return CLASSES[octet & 0xff];
  }
}
