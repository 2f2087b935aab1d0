package org.offlinesign.cli;

import java.util.List;

/** The words that ask a command for its help. */
final class HelpWord {
  private static final String END_OF_OPTIONS = "--";

  private HelpWord() {}

  /** Says whether one is among the words of a line; behind {@code --} there are no options. */
  static boolean isAmong(List<String> words) {
    int end = words.indexOf(END_OF_OPTIONS);
    List<String> options = words.subList(0, end < 0 ? words.size() : end);
    return options.contains("--help") || options.contains("-h");
  }
}
