package org.offlinesign.cli.argument;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.file.SmallFile;
import org.offlinesign.lint.LintPolicy;
import org.offlinesign.lint.LintPolicy.Treatment;

/**
 * A file that says which findings are errors, warnings, notices or nothing: lines such as {@code
 * ignore ns-single, host-name}. A {@code #} begins a comment.
 */
final class LintPolicyFile {
  private static final int MAX_OCTETS = 1 << 20;

  private final Path file;

  LintPolicyFile(Path file) {
    this.file = file;
  }

  /** Returns a policy with the decisions of the file, of which later ones win. */
  LintPolicy addTo(LintPolicy policy) throws IOException, CommandException {
    LintPolicy decided = policy;
    String text = new String(SmallFile.read(file, MAX_OCTETS), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = words(lines.get(i));
      if (!words.isEmpty()) {
        decided = add(decided, words, file + ":" + (i + 1) + ": ");
      }
    }
    return decided;
  }

  private static List<String> words(String line) {
    int comment = line.indexOf('#');
    String text = comment < 0 ? line : line.substring(0, comment);
    List<String> words = new ArrayList<>();
    for (String word : text.split("[\\s,]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  private static LintPolicy add(LintPolicy policy, List<String> words, String place)
      throws CommandException {
    LintPolicy decided = policy;
    try {
      Treatment treatment = Choice.parse(Treatment.class, words.get(0));
      if (words.size() == 1) {
        throw CommandException.usage("expected codes after '" + words.get(0) + "'");
      }
      for (String word : words.subList(1, words.size())) {
        decided = LintOptions.decide(decided, LintCodeArgument.parse(word), treatment);
      }
    } catch (CommandException e) {
      throw new CommandException(e.exitCode(), place + e.getMessage(), e.advice()).causedBy(e);
    }
    return decided;
  }
}
