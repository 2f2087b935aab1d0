package org.offlinesign.cli.command;

import java.io.Closeable;
import java.util.Locale;
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
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private final Environment env;
  private final boolean silent;
  private final long begin = System.nanoTime();
  private SigningStage stage = SigningStage.READ;
  private @Nullable ProgressBar bar;

  private SigningProgress(Environment env, boolean silent) {
    this.env = env;
    this.silent = silent;
  }

  /** Returns a display on stderr, which draws nothing if nobody watches. */
  static SigningProgress on(Environment env, boolean quiet) {
    return new SigningProgress(env, quiet || !env.streams().errIsTerminal());
  }

  @Override
  public void started(SigningStage newStage) {
    close();
    stage = newStage;
  }

  @Override
  public void advanced(long done, long total) {
    if (silent) {
      return;
    }
    if (bar == null && System.nanoTime() - begin > PATIENCE_NANOS) {
      bar = draw(total);
    }
    if (bar != null) {
      bar.maxHint(total == 0 ? -1 : total).stepTo(done);
    }
  }

  private ProgressBar draw(long total) {
    return new ProgressBarBuilder()
        .setTaskName(stage.name().toLowerCase(Locale.ROOT))
        .setInitialMax(total == 0 ? -1 : total)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
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
