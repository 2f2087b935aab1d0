package org.offlinesign.cli;

import java.io.IOException;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;

/** A line whose first word names a command and whose other words are its options. */
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
      case "help" -> rest.isEmpty() ? overview(env) : help(rest.get(0), env);
      default -> Invocation.run(command(first), rest, env);
    };
  }

  private static ExitCode overview(Environment env) {
    Overview.print(env.out());
    return ExitCode.DONE;
  }

  private static ExitCode help(String name, Environment env) throws CommandException, IOException {
    return Invocation.run(command(name), List.of("--help"), env);
  }

  private static CommandName command(String name) throws CommandException {
    return CommandName.of(name).orElseThrow(() -> Overview.unknownCommand(name));
  }
}
