package org.offlinesign.cli.batch;

import java.util.List;

/**
 * A line of a batch file.
 *
 * @param number where it begins, counted from 1
 * @param words the command and its options
 */
record BatchLine(int number, List<String> words) {
  /** The line at which everything before it is waited for. */
  private static final List<String> WAIT = List.of("wait");

  BatchLine {
    words = List.copyOf(words);
  }

  /** Says whether the line asks to wait for all lines before it, and does nothing else. */
  boolean isWait() {
    return words.equals(WAIT);
  }
}
