package org.offlinesign.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.offlinesign.cli.console.CommandException;

/** A password typed where everybody sees it, which no message must repeat. */
final class PasswordOnLine {
  private static final Pattern NAMES =
      Pattern.compile(
          "(--?|/)((store|key|keystore|export|import|new|old)?-?pass(word|wd|phrase|in|out)?|pw|pwd|p)"
              + "([=:].*)?",
          Pattern.DOTALL);
  private static final Pattern GLUED =
      Pattern.compile("--?pass(word|wd|phrase)?[^-].*", Pattern.DOTALL);

  private PasswordOnLine() {}

  /** Returns why a line is refused, if a word of it that means nothing here is such an option. */
  static Optional<CommandException> refusal(List<String> unknown) {
    return unknown.stream()
        .filter(PasswordOnLine::isOption)
        .findFirst()
        .map(
            word ->
                CommandException.usage(
                    "no password is taken from the command line, where other users and the"
                        + " history of the shell see it",
                    "write it into a file of mode 600 and give --password-file FILE, or set"
                        + " OFFLINESIGN_PASSWORD_FILE; else the console asks",
                    "choose another one if it was the real one"));
  }

  private static boolean isOption(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return NAMES.matcher(lower).matches() || GLUED.matcher(lower).matches();
  }
}
