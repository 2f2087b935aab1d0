package org.offlinesign.cli;

import java.util.Map;
import org.offlinesign.cli.audit.KnownOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;

/**
 * The options of one native command.
 *
 * @param byName under each of their names
 * @param words how many the command has itself and takes besides
 */
record OptionsOfCommand(Map<String, OptionSpec> byName, int words) implements KnownOptions {
  /** Returns those of a command by what its parser knows. */
  static OptionsOfCommand of(CommandName name, CommandSpec command) {
    long words = name.toString().chars().filter(letter -> letter == ' ').count() + 1;
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      words += parameter.arity().max();
    }
    return new OptionsOfCommand(command.optionsMap(), (int) Math.min(words, Integer.MAX_VALUE));
  }

  @Override
  public boolean isOptionLike(String word) {
    return KnownOptions.isNativeOption(word);
  }

  @Override
  public boolean isKnown(String name) {
    return byName.containsKey(name);
  }

  @Override
  public boolean takes(String name, String word) {
    OptionSpec option = byName.get(name);
    if (option == null || word.startsWith("--")) {
      return false;
    }
    Range arity = option.arity();
    return arity.min() > 0 || (arity.max() > 0 && !word.startsWith("-"));
  }

  @Override
  public int mostValues(String name) {
    OptionSpec option = byName.get(name);
    return option == null ? 0 : option.arity().max();
  }
}
