package org.offlinesign.cli.console;

import java.util.Locale;

/** Puts numbers into sentences. */
public final class Words {
  private Words() {}

  /** Returns {@code 1 error}, {@code 2 errors}, {@code 12,345 errors}. */
  public static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
  }
}
