package org.offlinesign.cli.console;

import java.util.List;

/**
 * A command that cannot be done: what is wrong, what the user can do about it, and how the process
 * ends.
 */
public final class CommandException extends Exception {
  private final ExitCode exitCode;
  private final List<String> advice;

  /**
   * @param advice lines that say what to do; printed below the message
   */
  public CommandException(ExitCode exitCode, String message, List<String> advice) {
    super(message);
    this.exitCode = exitCode;
    this.advice = List.copyOf(advice);
  }

  /** Returns a refusal of the command line. */
  public static CommandException usage(String message, String... advice) {
    return new CommandException(ExitCode.USAGE, message, List.of(advice));
  }

  /** Returns a failure of the key store or of the choice of keys. */
  public static CommandException keys(String message, String... advice) {
    return new CommandException(ExitCode.KEYS, message, List.of(advice));
  }

  /** Returns a fault of the zone. */
  public static CommandException zone(String message, String... advice) {
    return new CommandException(ExitCode.ZONE, message, List.of(advice));
  }

  /** Returns a failure of the surroundings, such as the file system. */
  public static CommandException environment(String message, String... advice) {
    return new CommandException(ExitCode.ENVIRONMENT, message, List.of(advice));
  }

  /** Returns this exception with its cause kept for a report of a bug. */
  public CommandException causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** Returns the lines that say what to do. */
  public List<String> advice() {
    return advice;
  }
}
