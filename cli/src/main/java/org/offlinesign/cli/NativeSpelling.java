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
  private final Invocations invocations;

  NativeSpelling(List<String> arguments, Invocations invocations) {
    this.arguments = arguments;
    this.invocations = invocations;
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
      case "--version", "-V" -> run(new NamedCommand(CommandName.VERSION, rest), env);
      case "help" -> rest.isEmpty() ? overview(env) : help(rest, env);
      default -> run(arguments, env);
    };
  }

  private static ExitCode overview(Environment env) {
    Overview.print(env.out());
    return ExitCode.DONE;
  }

  private ExitCode help(List<String> words, Environment env) throws CommandException, IOException {
    return run(append(words, "--help"), env);
  }

  private static List<String> append(List<String> words, String last) {
    return Stream.concat(words.stream(), Stream.of(last)).toList();
  }

  private ExitCode run(List<String> words, Environment env) throws CommandException, IOException {
    List<CommandName> group = CommandName.group(words.get(0));
    boolean asksForGroup =
        words.size() > 1 && (words.get(1).equals("--help") || words.get(1).equals("-h"));
    if (!group.isEmpty() && asksForGroup) {
      Overview.print(CommandGroup.of(words.get(0)), env.out());
      return ExitCode.DONE;
    }
    return run(NamedCommand.of(words), env);
  }

  private ExitCode run(NamedCommand command, Environment env) throws CommandException, IOException {
    return invocations.with(
        command.name(), env, invocation -> invocation.run(command.arguments(), env));
  }
}
