package org.offlinesign.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;

/** A line whose first word, or first two words, name a command; the others are its options. */
final class NativeSpelling implements Subcommand {
  private final List<String> arguments;

  NativeSpelling(List<String> arguments) {
    this.arguments = arguments;
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    if (arguments.isEmpty()) {
      Overview.print(env.err());
      return ExitCode.USAGE;
    }
    String first = arguments.get(0);
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (first) {
      case "--help", "-h" -> overview(env);
      case "--version", "-V" -> Invocation.run(CommandName.VERSION, rest, env);
      case "help" -> rest.isEmpty() ? overview(env) : help(rest, env);
      default -> run(first, rest, env);
    };
  }

  private static ExitCode overview(Environment env) {
    Overview.print(env.out());
    return ExitCode.DONE;
  }

  private static ExitCode help(List<String> words, Environment env)
      throws CommandException, IOException {
    return run(words.get(0), append(words.subList(1, words.size()), "--help"), env);
  }

  private static List<String> append(List<String> words, String last) {
    return Stream.concat(words.stream(), Stream.of(last)).toList();
  }

  private static ExitCode run(String first, List<String> rest, Environment env)
      throws CommandException, IOException {
    List<CommandName> group = CommandName.group(first);
    if (group.isEmpty()) {
      return Invocation.run(command(first), rest, env);
    }
    if (rest.isEmpty()) {
      throw Overview.incompleteCommand(first, group);
    }
    String second = rest.get(0);
    if (second.equals("--help") || second.equals("-h")) {
      Overview.print(group, env.out());
      return ExitCode.DONE;
    }
    return Invocation.run(command(first + " " + second), rest.subList(1, rest.size()), env);
  }

  private static CommandName command(String name) throws CommandException {
    return CommandName.of(name).orElseThrow(() -> Overview.unknownCommand(name));
  }
}
