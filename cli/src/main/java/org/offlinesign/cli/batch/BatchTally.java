package org.offlinesign.cli.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.console.ExitCode;

/** Counts how the lines of a batch ended. */
final class BatchTally {
  private static final int MAX_NAMED = 100;

  private final long started = System.nanoTime();
  private final List<String> failures = new ArrayList<>();
  private long done;
  private long failed;
  private long notRun;
  private ExitCode worst = ExitCode.DONE;

  void add(LineResult result) {
    if (result.isDone()) {
      done++;
    } else if (result.isFailed()) {
      failed++;
      name(result.step());
    } else {
      notRun++;
    }
    result.exitCode().ifPresent(this::worsen);
  }

  private void name(BatchStep step) {
    if (failures.size() < MAX_NAMED) {
      failures.add(step.line().number() + ": " + step.title());
    }
  }

  private void worsen(ExitCode code) {
    if (code.number() > worst.number()) {
      worst = code;
    }
  }

  long done() {
    return done;
  }

  long failed() {
    return failed;
  }

  long notRun() {
    return notRun;
  }

  /** Returns number and title of the first lines that failed. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Returns the highest exit code of all lines. */
  ExitCode worst() {
    return worst;
  }

  /** Returns the time since the batch began. */
  Duration time() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
