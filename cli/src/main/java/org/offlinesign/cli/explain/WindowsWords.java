package org.offlinesign.cli.explain;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.console.CommandException;

/** Splits a line as Windows does: at blanks outside double quotes; a backslash is itself. */
final class WindowsWords {
  private WindowsWords() {}

  static List<String> of(String line) throws CommandException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (c == '%') {
        throw CommandException.usage(
            "the line has a variable between % signs, whose value is not known here",
            "write what is meant");
      } else if (Character.isWhitespace(c) && !quoted) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
        }
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quoted) {
      throw CommandException.usage("the line has an odd number of double quotes", "check them");
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
