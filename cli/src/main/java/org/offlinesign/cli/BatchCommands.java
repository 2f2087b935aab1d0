package org.offlinesign.cli;

import java.io.IOException;
import java.util.List;
import org.offlinesign.cli.batch.LineCommands;
import org.offlinesign.cli.batch.LineFacts;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.dnscmd.DnscmdTranslator;

/**
 * The lines of a batch: commands as they are typed in a shell, with the program's name or without.
 */
final class BatchCommands implements LineCommands {
  private static final String DNSCMD = "dnscmd";

  private final Invocations invocations = new Invocations();

  @Override
  public LineFacts check(List<String> words, Environment env) throws CommandException, IOException {
    List<String> arguments = arguments(words);
    if (arguments.isEmpty()) {
      throw CommandException.usage(
          "the line names no command", "each line is a command as it is typed in a shell");
    }
    NamedCommand command =
        NamedCommand.of(
            isDnscmd(words) ? WindowsSpelling.translate(arguments).arguments() : arguments);
    if (command.name() == CommandName.BATCH) {
      throw CommandException.usage("a batch cannot run another batch", "put its lines here");
    }
    return invocations.with(
        command.name(), env, invocation -> invocation.check(command.arguments()));
  }

  @Override
  public ExitCode run(List<String> words, Environment env) {
    List<String> arguments = arguments(words);
    return isDnscmd(words)
        ? AuditedOutcome.ofWindowsSpelling(arguments, invocations, env)
        : AuditedOutcome.ofNativeSpelling(arguments, invocations, env);
  }

  private static List<String> arguments(List<String> words) {
    boolean named = words.get(0).equals("offlinesign") || words.get(0).equals(DNSCMD);
    return named ? words.subList(1, words.size()) : words;
  }

  private static boolean isDnscmd(List<String> words) {
    return words.get(0).equals(DNSCMD) || DnscmdTranslator.isDnscmd(arguments(words));
  }
}
