package org.offlinesign.cli.console;

import org.offlinesign.zonefile.Excerpt;

/** Makes text from files and key stores safe to show: it cannot act on a terminal. */
public final class Printable {
  private Printable() {}

  /** Returns the text with each control or format character replaced by a question mark. */
  public static String of(String text) {
    return Excerpt.safe(text);
  }
}
