package org.offlinesign.cli;

import java.util.Map;
import org.offlinesign.cli.audit.KnownOptions;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Range;

/**
 * The options of one native command.
 *
 * @param byName under each of their names
 */
record OptionsOfCommand(Map<String, OptionSpec> byName) implements KnownOptions {
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
}
