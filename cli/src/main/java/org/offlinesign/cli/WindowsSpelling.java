package org.offlinesign.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.dnscmd.DnscmdCommand;
import org.offlinesign.cli.dnscmd.DnscmdSyntaxException;
import org.offlinesign.cli.dnscmd.DnscmdTranslator;

/** A line written as for {@code dnscmd /OfflineSign}; it means a native one, which is run. */
final class WindowsSpelling implements Subcommand {
  private final List<String> arguments;
  private final Invocations invocations;

  WindowsSpelling(List<String> arguments, Invocations invocations) {
    this.arguments = arguments;
    this.invocations = invocations;
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    Optional<String> help = DnscmdTranslator.help(arguments);
    if (help.isPresent()) {
      env.out().print(help.get());
      return ExitCode.DONE;
    }
    DnscmdCommand meant = translate(arguments);
    meant.notices().forEach(env::warn);
    ExitCode code = new NativeSpelling(meant.arguments(), invocations).run(env);
    if (code == ExitCode.DONE) {
      // A zone that goes to stdout must not have a line behind it that is no record.
      boolean zoneOnStdout = meant.arguments().contains("--output=-");
      (zoneOnStdout ? env.err() : env.out()).println("Command completed successfully.");
    }
    return code;
  }

  /** Returns the native command that a line means. */
  static DnscmdCommand translate(List<String> arguments) throws CommandException {
    try {
      return DnscmdTranslator.translate(arguments);
    } catch (DnscmdSyntaxException e) {
      throw PasswordOnLine.refusal(arguments)
          .orElseGet(
              () ->
                  CommandException.usage(e.problem(), "expected: " + e.expectedForm()).causedBy(e));
    }
  }
}
