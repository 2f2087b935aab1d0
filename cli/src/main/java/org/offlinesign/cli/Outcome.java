package org.offlinesign.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.IoFailure;
import org.offlinesign.cli.console.Subcommand;

/** Turns whatever a command does, failures and bugs included, into messages and an exit code. */
final class Outcome {
  private static final int FRAMES = 6;

  private final Environment env;
  private Optional<String> failure = Optional.empty();

  Outcome(Environment env) {
    this.env = env;
  }

  ExitCode of(Subcommand command) {
    ExitCode code = attempt(command);
    // PrintStream keeps its errors to itself until it is asked.
    if (env.out().checkError() && code == ExitCode.DONE) {
      return report(CommandException.environment("the output could not be written to stdout"));
    }
    return code;
  }

  /** Returns why the last command has failed, in a line; empty if it has not. */
  Optional<String> failure() {
    return failure;
  }

  private ExitCode attempt(Subcommand command) {
    try {
      return command.run(env);
    } catch (CommandException e) {
      return report(e);
    } catch (IOException e) {
      return report(IoFailure.describe(e));
    } catch (UncheckedIOException e) {
      return report(IoFailure.describe(e));
    } catch (OutOfMemoryError e) {
      return report(
          CommandException.environment(
              "the Java heap is too small for this work: " + e.getMessage(),
              "give it more: --memory 1g, or OFFLINESIGN_JAVA_OPTS=-Xmx1g"));
    } catch (RuntimeException | Error e) {
      return bug(e);
    }
  }

  /** Tells of a failure. */
  ExitCode report(CommandException refusal) {
    failure = Optional.of(String.valueOf(refusal.getMessage()));
    env.tell("error: " + refusal.getMessage());
    refusal.advice().forEach(line -> env.tell("  " + line));
    return refusal.exitCode();
  }

  private ExitCode bug(Throwable bug) {
    failure = Optional.of(bug.toString());
    env.tell("error: this is a bug in offlinesign, not a mistake of yours: " + bug);
    env.err().println("  please report the lines below, the command, and `offlinesign version -v`");
    for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
      env.tell("  | " + cause);
      Arrays.stream(cause.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> env.err().println("  |   at " + frame));
    }
    return ExitCode.BUG;
  }
}
