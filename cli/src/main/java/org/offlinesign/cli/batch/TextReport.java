package org.offlinesign.cli.batch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.cli.console.Words;

/**
 * A line for each line of the batch on stdout; what it had to say follows on stderr, each with the
 * place of the line before it.
 */
final class TextReport implements BatchReport {
  private final String name;
  private final Detail detail;
  private final Environment env;

  /** How much is told. */
  enum Detail {
    /** Lines that failed alone. */
    FAILURES,
    /** Each line, and what it warned of. */
    USUAL,
    /** Each line with all that it printed. */
    EVERYTHING
  }

  TextReport(String name, Detail detail, Environment env) {
    this.name = name;
    this.detail = detail;
    this.env = env;
  }

  @Override
  public void add(LineResult result) {
    if (detail == Detail.FAILURES && !result.isFailed()) {
      return;
    }
    env.progress().print(() -> print(result));
  }

  private void print(LineResult result) {
    PrintStream out = env.out();
    out.println(Printable.of(place(result.step()) + outcome(result)));
    if (detail == Detail.EVERYTHING || result.isFailed()) {
      result.output().lines().forEach(line -> out.println("  " + Printable.of(line)));
    }
    // So that on a terminal, or in one file for both, what belongs together stands together.
    out.flush();
    result.messages().lines().forEach(line -> env.tell(place(result.step()) + line));
  }

  private String place(BatchStep step) {
    return name + ":" + step.line().number() + ": ";
  }

  private static String outcome(LineResult result) {
    String title = result.step().title();
    if (result.exitCode().isEmpty()) {
      return "not run: " + title;
    }
    String word = result.isDone() ? "done" : "failed with " + result.exitCode().get().number();
    return word + ": " + title + " (" + seconds(result.time()) + ")";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
  }

  @Override
  public void finish(BatchTally tally) {
    if (detail == Detail.FAILURES && tally.failed() == 0) {
      return;
    }
    List<String> failures = tally.failures();
    if (!failures.isEmpty()) {
      env.tell("failed:");
      failures.forEach(failure -> env.tell("  " + name + ":" + failure));
      if (tally.failed() > failures.size()) {
        env.tell("  and " + Words.count(tally.failed() - failures.size(), "other"));
      }
    }
    String notRun = tally.notRun() == 0 ? "" : String.format(", %,d not run", tally.notRun());
    env.tell(
        String.format(
            Locale.ROOT,
            "%s: %,d done, %,d failed%s in %s",
            name,
            tally.done(),
            tally.failed(),
            notRun,
            seconds(tally.time())));
  }

  @Override
  public void close() {
    env.out().flush();
  }
}
