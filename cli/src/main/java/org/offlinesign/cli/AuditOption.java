package org.offlinesign.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.dnscmd.DnscmdTranslator;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The option that all commands have which do anything. It is found before the rest of the line is
 * understood, so that refusals are logged too.
 */
final class AuditOption {
  private static final String NAME = "--audit";
  private static final String VARIABLE = "OFFLINESIGN_AUDIT";

  private AuditOption() {}

  /** Returns what the parser of a command and its help know of the option. */
  static OptionSpec model() {
    return OptionSpec.builder(NAME)
        .paramLabel("FILE")
        .type(Path.class)
        .completionCandidates(List.of())
        .description(
            "Add to a log who runs this, with what keys and files, and how it ends."
                + " `offlinesign verifyaudit` checks the log. Default: $$"
                + VARIABLE
                + ".")
        .build();
  }

  /**
   * Returns the logs that a line asks for; empty if none is to be told of it. That of a batch is
   * told of all its lines, whatever they name.
   */
  static List<String> ofNativeSpelling(List<String> words, Environment env) {
    if (!isAudited(words)) {
      return List.of();
    }
    Optional<String> usual = env.variable(VARIABLE);
    Optional<String> named = named(words);
    boolean isOfBatch = env.notes().run().isPresent();
    return named.isEmpty() || isOfBatch
        ? Stream.of(usual, named).flatMap(Optional::stream).toList()
        : List.of(named.get());
  }

  /** Returns the logs for a line in the spelling of dnscmd, which has no option for them. */
  static List<String> ofWindowsSpelling(List<String> words, Environment env) {
    return DnscmdTranslator.help(words).isPresent()
        ? List.of()
        : env.variable(VARIABLE).stream().toList();
  }

  /** Returns the name of the variable that has a log told of all commands. */
  static String variable() {
    return VARIABLE;
  }

  private static boolean isAudited(List<String> words) {
    if (words.isEmpty() || HelpWord.isAmong(words)) {
      return false;
    }
    return switch (words.get(0)) {
      case "help", "--version", "-V" -> false;
      default -> CommandName.of(words.get(0)).map(CommandName::isAudited).orElse(true);
    };
  }

  private static Optional<String> named(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--")) {
        return Optional.empty();
      }
      if (word.equals(NAME) && i + 1 < words.size()) {
        return Optional.of(words.get(i + 1));
      }
      if (word.startsWith(NAME + "=")) {
        return Optional.of(word.substring(NAME.length() + 1));
      }
    }
    return Optional.empty();
  }
}
