package org.offlinesign.cli;

import java.util.List;
import org.offlinesign.cli.console.CommandException;

/**
 * A command with what is typed behind its name.
 *
 * @param arguments its options and their values
 */
record NamedCommand(CommandName name, List<String> arguments) {
  /** Returns the command that some words begin with, of which there is at least one. */
  static NamedCommand of(List<String> words) throws CommandException {
    String first = words.get(0);
    List<String> rest = words.subList(1, words.size());
    List<CommandName> group = CommandName.group(first);
    if (group.isEmpty()) {
      return new NamedCommand(named(first, words), rest);
    }
    if (rest.isEmpty()) {
      throw Overview.incompleteCommand(first, group);
    }
    return new NamedCommand(named(first + " " + rest.get(0), words), rest.subList(1, rest.size()));
  }

  private static CommandName named(String name, List<String> words) throws CommandException {
    return CommandName.of(name).orElseThrow(() -> Overview.unknownCommand(MistypedName.of(words)));
  }
}
