package org.offlinesign.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds records and their fields in the text that this program writes: a record begins in the first
 * column, blanks and parentheses separate its fields. As an instance: one field. Not thread safe.
 */
final class TextFields {
  private final byte[] text;
  private int from;
  private int to;

  /** Begins before a place in some text. */
  TextFields(byte[] text, int at) {
    this.text = text;
    this.from = at;
    this.to = at;
  }

  /** Goes to the next field, empty at the end of the text. */
  void advance() {
    from = to;
    while (from < text.length && isSeparator(text[from])) {
      from++;
    }
    to = from;
    while (to < text.length && !isSeparator(text[to])) {
      to += step(text[to]);
    }
    to = Math.min(to, text.length);
  }

  void skip(int fields) {
    for (int i = 0; i < fields; i++) {
      advance();
    }
  }

  boolean is(byte[] word) {
    return Arrays.equals(text, from, to, word, 0, word.length);
  }

  byte[] copy() {
    return Arrays.copyOfRange(text, from, to);
  }

  /** Returns a number of few digits. */
  int number() {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + (text[i] - '0');
    }
    return value;
  }

  /** Returns the field. */
  @Override
  public String toString() {
    return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Returns how far on the next octet is that can separate: a backslash takes this from one. */
  static int step(byte octet) {
    return octet == '\\' ? 2 : 1;
  }

  static boolean isSeparator(byte octet) {
    return octet == ' '
        || octet == '\t'
        || octet == '\n'
        || octet == '\r'
        || octet == '('
        || octet == ')';
  }

  /** Says whether a line that begins with an octet goes on with the record before it. */
  static boolean isContinuation(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  /** Says whether a line that begins with an octet begins a record. */
  static boolean isRecord(byte octet) {
    return !isSeparator(octet) && octet != ';' && octet != '$';
  }

  /**
   * Returns the index of the semicolon that begins the comment of the line that an index is in, or
   * of its line end, or the end given if it has neither.
   */
  static int contentEnd(byte[] text, int from, int end) {
    boolean quoted = false;
    int at = from;
    while (at < end && text[at] != '\n' && (quoted || text[at] != ';')) {
      quoted ^= text[at] == '"';
      at += step(text[at]);
    }
    return Math.min(at, end);
  }

  static byte[] word(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }
}
