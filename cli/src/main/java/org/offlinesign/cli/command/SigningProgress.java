package org.offlinesign.cli.command;

import java.io.Closeable;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.sign.SigningListener;
import org.offlinesign.sign.SigningStage;

/** Draws on a terminal how far a long signing has come; work of under a second draws nothing. */
final class SigningProgress implements SigningListener, Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Environment env;
  private final boolean watched;
  private final long drawFrom;
  private SigningStage stage = SigningStage.READ;
  private @Nullable ProgressBar bar;

  /**
   * @param watched whether anybody sees the display
   * @param patience how long the work may take before it is displayed
   */
  SigningProgress(Environment env, boolean watched, Duration patience) {
    this.env = env;
    this.watched = watched;
    this.drawFrom = System.nanoTime() + patience.toNanos();
  }

  /** Returns a display on stderr, which draws nothing if nobody watches. */
  static SigningProgress on(Environment env, boolean quiet) {
    return new SigningProgress(env, env.streams().errIsTerminal() && !quiet, PATIENCE);
  }

  @Override
  public void started(SigningStage newStage) {
    close();
    stage = newStage;
  }

  @Override
  public void advanced(long done, long total) {
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
        .setTaskName(taskName())
        .setInitialMax(total == 0 ? -1 : total)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setUnit(" records", 1)
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(env.err()))
        .build();
  }

  private String taskName() {
    return switch (stage) {
      case READ -> "Reading";
      case SIGN -> "Signing";
      case CHAIN -> "Chaining";
      case VERIFY -> "Verifying";
      case FINISH -> "Finishing";
    };
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
