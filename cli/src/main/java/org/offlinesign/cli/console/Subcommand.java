package org.offlinesign.cli.console;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** One command: its fields are filled from the command line, then it is run once. */
public interface Subcommand {
  /**
   * Returns the instant at which the command is to be run in its own eyes, if time is to stand
   * still for it; times that are typed as distances from now are then reckoned from it.
   *
   * @param clock the clock of the command's surroundings
   */
  default Optional<Instant> now(Clock clock) {
    return Optional.empty();
  }

  /** Says whether nothing but the result and errors is to be shown. */
  default boolean isQuiet() {
    return false;
  }

  /** Does the work and reports on it; an exception says why it could not be done. */
  ExitCode run(Environment env) throws CommandException, IOException;
}
