package org.offlinesign.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Streams;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.Quantity;
import org.offlinesign.progress.Stage;

/**
 * Runs the lines of a batch side by side, each as soon as those that it depends on are done, and
 * reports on them in their order.
 *
 * <p>Holds the results of a window of lines: no line is begun so far ahead of one that is not done.
 * To be used by one thread.
 */
final class BatchRun implements Closeable {
  private static final int WINDOW = 1024;

  private final LineCommands commands;
  private final Environment env;
  private final BatchReport report;
  private final BatchTally tally = new BatchTally();
  private final ExecutorService workers;
  private final Semaphore memory;
  private final LineOrder<CompletableFuture<Void>> order = new LineOrder<>();
  private final Deque<CompletableFuture<LineResult>> window = new ArrayDeque<>(WINDOW);
  private volatile boolean failed;

  /**
   * Prepares a run.
   *
   * @param env the surroundings of each line
   * @param load how many lines run at the same time
   */
  BatchRun(LineCommands commands, Environment env, Concurrency load, BatchReport report) {
    this.commands = commands;
    this.env = env;
    this.report = report;
    this.workers = newWorkers(load);
    this.memory = new Semaphore(load.holding());
  }

  /**
   * Returns threads of which so many work; while some wait for the disk, others take their turn.
   */
  private static ForkJoinPool newWorkers(Concurrency load) {
    return new ForkJoinPool(
        load.jobs(),
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        true,
        load.jobs(),
        load.underWay(),
        load.jobs(),
        pool -> true,
        1,
        TimeUnit.MINUTES);
  }

  /**
   * Runs all lines and returns how the worst of them ended.
   *
   * @param stopsOnError whether no more lines are begun once one has failed
   * @param progress takes note of each line that ends
   */
  ExitCode run(List<BatchStep> steps, boolean stopsOnError, Progress progress) throws IOException {
    progress.enter(Stage.RUN);
    progress.expect(Quantity.LINES, steps.size());
    for (BatchStep step : steps) {
      if (window.size() == WINDOW) {
        reportOldest();
      }
      window.add(
          submit(step, stopsOnError)
              .whenComplete((result, bug) -> progress.count(Quantity.LINES, 1)));
      while (!window.isEmpty() && window.element().isDone()) {
        reportOldest();
      }
    }
    while (!window.isEmpty()) {
      reportOldest();
    }
    progress.leave();
    report.finish(tally);
    return tally.worst();
  }

  private CompletableFuture<LineResult> submit(BatchStep step, boolean stopsOnError) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Set<CompletableFuture<Void>> before = order.add(done, step.facts().zone());
    CompletableFuture<LineResult> result =
        CompletableFuture.allOf(before.toArray(new CompletableFuture<?>[0]))
            .thenApplyAsync(
                ready -> failed && stopsOnError ? LineResult.notRun(step) : result(step), workers);
    // The order remembers lines longer than their results are needed.
    return result.whenComplete((value, bug) -> done.complete(null));
  }

  private void reportOldest() throws IOException {
    LineResult result = window.remove().join();
    tally.add(result);
    report.add(result);
  }

  private LineResult result(BatchStep step) {
    if (step.facts().reach() == LineFacts.Reach.KEY_STORE) {
      return timed(step);
    }
    memory.acquireUninterruptibly();
    try {
      return timed(step);
    } finally {
      memory.release();
      env.resources().childKeys().commandEnded(step.facts().zone());
    }
  }

  private LineResult timed(BatchStep step) {
    long started = System.nanoTime();
    LineCapture output = new LineCapture();
    LineCapture messages = new LineCapture();
    ExitCode code = step.line().isWait() ? ExitCode.DONE : run(step, output, messages);
    failed |= code != ExitCode.DONE;
    Duration time = Duration.ofNanos(System.nanoTime() - started);
    return new LineResult(step, Optional.of(code), time, output.text(), messages.text());
  }

  private ExitCode run(BatchStep step, LineCapture output, LineCapture messages) {
    try (PrintStream out = output.newStream();
        PrintStream err = messages.newStream()) {
      Streams streams =
          new Streams(InputStream.nullInputStream(), out, err, false, env.streams().prompt());
      return commands.run(step.line().words(), env.with(streams));
    }
  }

  /** Stops the threads. */
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
