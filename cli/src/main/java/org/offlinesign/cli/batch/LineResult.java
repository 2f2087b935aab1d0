package org.offlinesign.cli.batch;

import java.time.Duration;
import java.util.Optional;
import org.offlinesign.cli.console.ExitCode;

/**
 * How a line of a batch ended.
 *
 * @param exitCode empty if it was not run
 * @param output what it printed on stdout
 * @param messages what it printed on stderr
 */
record LineResult(
    BatchStep step, Optional<ExitCode> exitCode, Duration time, String output, String messages) {

  /** Returns the result of a line that was not run. */
  static LineResult notRun(BatchStep step) {
    return new LineResult(step, Optional.empty(), Duration.ZERO, "", "");
  }

  boolean isDone() {
    return exitCode.filter(ExitCode.DONE::equals).isPresent();
  }

  boolean isFailed() {
    return exitCode.filter(code -> code != ExitCode.DONE).isPresent();
  }
}
