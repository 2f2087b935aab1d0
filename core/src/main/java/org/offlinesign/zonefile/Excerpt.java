package org.offlinesign.zonefile;

import java.nio.charset.StandardCharsets;

/**
 * A line of a file as it can be shown: cut down around one place of it, harmless on a terminal.
 *
 * @param text the line, or a part of it; empty if there is none to show
 * @param caret how many characters of the text stand before the place
 */
public record Excerpt(String text, int caret) {
  /** No line to show. */
  public static final Excerpt NONE = new Excerpt("", 0);

  private static final int BEFORE = 60;
  static final int AFTER = 60;
  private static final String CUT = "...";

  /**
   * Returns the part of a line around one of its octets.
   *
   * @param line holds the line's octets, UTF-8 or anything else
   * @param at the index of the octet, {@code from} to {@code to}
   */
  static Excerpt of(byte[] line, int from, int to, int at) {
    int start = onCharacter(line, from, Math.max(from, at - BEFORE));
    int end = onCharacter(line, from, Math.min(to, at + AFTER));
    StringBuilder text = new StringBuilder(start > from ? CUT : "");
    text.append(safe(line, start, at));
    int caret = text.length();
    text.append(safe(line, at, Math.max(at, end))).append(end < to ? CUT : "");
    return new Excerpt(text.toString(), caret);
  }

  private static int onCharacter(byte[] line, int from, int at) {
    int start = at;
    while (start > from && start > at - 3 && start < line.length && isContinuation(line[start])) {
      start--;
    }
    return start;
  }

  private static boolean isContinuation(byte octet) {
    return (octet & 0xc0) == 0x80;
  }

  /** Returns the number of characters that some octets of UTF-8 have. */
  static int characters(byte[] octets, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!isContinuation(octets[i])) {
        count++;
      }
    }
    return count;
  }

  private static String safe(byte[] octets, int from, int to) {
    return safe(new String(octets, from, to - from, StandardCharsets.UTF_8));
  }

  /**
   * Returns text without characters that act on a terminal or hide others: a tab becomes a space,
   * everything else that is not visible becomes a question mark.
   */
  public static String safe(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> shown.appendCodePoint(visible(point)));
    return shown.toString();
  }

  private static int visible(int point) {
    if (point == '\t') {
      return ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> point;
    };
  }
}
