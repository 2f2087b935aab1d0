package org.offlinesign.cli.console;

import java.io.IOException;

/** One command: its fields are filled from the command line, then it is run once. */
public interface Subcommand {
  /** Does the work and reports on it; an exception says why it could not be done. */
  ExitCode run(Environment env) throws CommandException, IOException;
}
