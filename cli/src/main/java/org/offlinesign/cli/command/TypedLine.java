package org.offlinesign.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command as they were typed, to be told again in another line. */
final class TypedLine {
  private final List<Part> parts;

  /**
   * @param name empty for a word that is no option
   */
  private record Part(String name, List<String> words) {}

  private TypedLine(List<Part> parts) {
    this.parts = parts;
  }

  static TypedLine of(CommandSpec command) {
    List<String> words = command.commandLine().getParseResult().originalArgs();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = word.startsWith("--") && equals > 0 ? word.substring(0, equals) : word;
      @Nullable OptionSpec option = command.findOption(name);
      if (option == null) {
        parts.add(new Part("", List.of(word)));
      } else if (name.equals(word) && i + 1 < words.size() && takes(option, words.get(i + 1))) {
        i++;
        parts.add(new Part(name, List.of(word, words.get(i))));
      } else {
        parts.add(new Part(name, List.of(word)));
      }
    }
    return new TypedLine(parts);
  }

  private static boolean takes(OptionSpec option, String word) {
    return option.arity().min() > 0 || (option.arity().max() > 0 && !word.startsWith("--"));
  }

  /** Says whether an option was typed. */
  boolean has(String name) {
    return parts.stream().anyMatch(part -> part.name.equals(name));
  }

  /** Returns the words of the options of some names. */
  List<String> only(List<String> names) {
    return words(part -> names.contains(part.name));
  }

  /** Returns the words of all options but those of some names. */
  List<String> without(List<String> names) {
    return words(part -> !part.name.isEmpty() && !names.contains(part.name));
  }

  private List<String> words(Predicate<Part> chosen) {
    return parts.stream().filter(chosen).flatMap(part -> part.words.stream()).toList();
  }
}
