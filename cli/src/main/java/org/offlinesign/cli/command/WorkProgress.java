package org.offlinesign.cli.command;

import java.io.Closeable;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.Environment;

/** Draws on a terminal how far long work has come; work of under a second draws nothing. */
final class WorkProgress implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Environment env;
  private final boolean watched;
  private final long drawFrom;
  private String task = "";
  private @Nullable ProgressBar bar;

  /**
   * @param watched whether anybody sees the display
   * @param patience how long the work may take before it is displayed
   */
  WorkProgress(Environment env, boolean watched, Duration patience) {
    this.env = env;
    this.watched = watched;
    this.drawFrom = System.nanoTime() + patience.toNanos();
  }

  /** Returns a display on stderr, which draws nothing if nobody watches. */
  static WorkProgress on(Environment env, boolean quiet) {
    return new WorkProgress(env, env.streams().errIsTerminal() && !quiet, PATIENCE);
  }

  /** Begins a part of the work, called {@code Reading} or the like; does nothing within it. */
  void enter(String part) {
    if (!task.equals(part)) {
      close();
      task = part;
    }
  }

  /**
   * Shows that the work has come further.
   *
   * @param total 0 if it is not known
   */
  void advance(long done, long total) {
    if (!watched) {
      return;
    }
    if (bar == null && System.nanoTime() - drawFrom >= 0) {
      bar = draw(total);
    }
    if (bar != null) {
      bar.maxHint(total == 0 ? -1 : total).stepTo(done);
    }
  }

  private ProgressBar draw(long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(total == 0 ? -1 : total)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setUnit(" records", 1)
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(env.err()))
        .build();
  }

  /** Takes the display away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
