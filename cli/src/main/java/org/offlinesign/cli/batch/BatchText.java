package org.offlinesign.cli.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits the text of a batch file into lines and words, as a shell does with text that asks it for
 * nothing: quotes, backslashes and comments mean the same, and what a shell would replace by
 * something else is refused.
 */
final class BatchText {
  private static final char END = '\0';

  /** Variables, commands, redirections and patterns of file names. */
  private static final String REPLACED = "$`|&;<>()*?[";

  private static final String REPLACED_IN_QUOTES = "$`";

  private final String text;
  private int next;
  private int line = 1;
  private int lineStart;

  BatchText(String text) {
    this.text = text;
  }

  /** Returns the next line that is neither empty nor a comment; empty at the end. */
  Optional<BatchLine> nextLine() throws BatchSyntaxException {
    while (next < text.length()) {
      int number = line;
      List<String> words = words();
      if (!words.isEmpty()) {
        return Optional.of(new BatchLine(number, words));
      }
    }
    return Optional.empty();
  }

  /** Goes on behind a line at fault. */
  void skipLine() {
    while (peek() != '\n' && peek() != END) {
      next++;
    }
    endLine();
  }

  /** Returns the words of a line, and goes to the next one. */
  private List<String> words() throws BatchSyntaxException {
    List<String> words = new ArrayList<>();
    while (true) {
      skipBlanks();
      char c = peek();
      if (c == END || c == '\n' || c == '#') {
        skipLine();
        return words;
      }
      words.add(word());
    }
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r' || joinsNextLine()) {
      if (!joinsNextLine()) {
        next++;
      }
      skipJoints();
    }
  }

  private boolean joinsNextLine() {
    return jointLength() > 0;
  }

  /** Skips what joins a line to the next one. */
  private void skipJoints() {
    while (joinsNextLine()) {
      next += jointLength();
      beginLine();
    }
  }

  /** Returns the length of a backslash and the end of the line behind it; 0 for anything else. */
  private int jointLength() {
    if (text.startsWith("\\\n", next)) {
      return 2;
    }
    return text.startsWith("\\\r\n", next) ? 3 : 0;
  }

  private String word() throws BatchSyntaxException {
    StringBuilder word = new StringBuilder();
    if (peek() == '~') {
      throw refused('~');
    }
    while (!endsWord(peek())) {
      switch (peek()) {
        case '\'' -> singleQuoted(word);
        case '"' -> doubleQuoted(word);
        case '\\' -> {
          next++;
          word.append(escaped());
        }
        default -> word.append(plain(REPLACED));
      }
      skipJoints();
    }
    return word.toString();
  }

  private static boolean endsWord(char c) {
    return c == END || c == '\n' || c == ' ' || c == '\t' || c == '\r';
  }

  private char plain(String refused) throws BatchSyntaxException {
    char c = peek();
    if (refused.indexOf(c) >= 0) {
      throw refused(c);
    }
    next++;
    return c;
  }

  private BatchSyntaxException refused(char c) {
    return fault(
        next,
        "a shell would replace '"
            + c
            + "' and what belongs to it, which is not done here: write what is meant, or '"
            + c
            + "' within single quotes for the character itself");
  }

  private char escaped() throws BatchSyntaxException {
    if (peek() == END || peek() == '\n') {
      throw fault(next - 1, "expected a character behind the backslash but found the end");
    }
    return text.charAt(next++);
  }

  private void singleQuoted(StringBuilder word) throws BatchSyntaxException {
    int opening = next++;
    while (peek() != '\'') {
      refuseOpenQuote(opening);
      word.append(text.charAt(next++));
    }
    next++;
  }

  private void doubleQuoted(StringBuilder word) throws BatchSyntaxException {
    int opening = next++;
    while (peek() != '"') {
      refuseOpenQuote(opening);
      if (peek() == '\\'
          && next + 1 < text.length()
          && "\"\\$`".indexOf(text.charAt(next + 1)) >= 0) {
        next++;
        word.append(escaped());
      } else {
        word.append(plain(REPLACED_IN_QUOTES));
      }
    }
    next++;
  }

  private void refuseOpenQuote(int opening) throws BatchSyntaxException {
    if (peek() == END || peek() == '\n') {
      throw fault(opening, "expected a closing quote in the line of the opening one");
    }
  }

  private BatchSyntaxException fault(int index, String message) {
    return new BatchSyntaxException(line, index - lineStart + 1, message);
  }

  private char peek() {
    return next < text.length() ? text.charAt(next) : END;
  }

  private void endLine() {
    if (next < text.length()) {
      next++;
      beginLine();
    }
  }

  private void beginLine() {
    line++;
    lineStart = next;
  }
}
