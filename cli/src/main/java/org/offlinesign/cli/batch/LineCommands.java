package org.offlinesign.cli.batch;

import java.io.IOException;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;

/** The commands that a line can be, in either spelling. Thread safe. */
public interface LineCommands {
  /** Reads a line without running it; refuses one that cannot be run, as far as that is plain. */
  LineFacts check(List<String> words, Environment env) throws CommandException, IOException;

  /** Runs a line; whatever happens is told on the streams and by the exit code. */
  ExitCode run(List<String> words, Environment env);
}
