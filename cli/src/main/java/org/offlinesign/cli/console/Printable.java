package org.offlinesign.cli.console;

/** Makes text from files and key stores safe to show: it cannot act on a terminal. */
public final class Printable {
  private Printable() {}

  /** Returns the text with each control character replaced by a question mark. */
  public static String of(String text) {
    return text.codePoints().noneMatch(Character::isISOControl)
        ? text
        : text.replaceAll("\\p{Cntrl}", "?");
  }
}
