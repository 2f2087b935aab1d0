package org.offlinesign.cli.console;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.offlinesign.progress.Progress;
import org.offlinesign.progress.StageFigures;

/**
 * Shows on a terminal, on a thread of its own, how far a command has come; one that takes under a
 * second shows nothing.
 *
 * <p>What works does not know that it is watched. The display goes away at the end of each stage,
 * before anything else can be printed, and makes room for what is printed in the midst of one by
 * way of {@link Progress#print}.
 */
public final class ProgressDisplay implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long MILLIS_BETWEEN = 200;
  private static final int LOOKS_PER_WIDTH = 25;

  /** To the first column, and everything behind it away. */
  private static final String ERASE = "\r\u001b[K";

  private final Progress progress;
  private final PrintStream out;
  private final IntSupplier width;
  private final Duration patience;
  private final RecentRates rates = new RecentRates();
  private int columns;
  private boolean drawn;
  private boolean closed;

  private ProgressDisplay(
      Progress progress, PrintStream out, IntSupplier width, Duration patience) {
    this.progress = progress;
    this.out = out;
    this.width = width;
    this.patience = patience;
  }

  /** Returns a display on stderr, which shows nothing where nobody watches or wants it. */
  public static Closeable of(Environment env, boolean quiet) {
    boolean dumb = env.variable("TERM").filter("dumb"::equals).isPresent();
    if (quiet || dumb || !env.streams().errIsTerminal()) {
      return () -> {};
    }
    return start(env.progress(), env.err(), new TerminalWidth(env), PATIENCE);
  }

  /**
   * Starts a display.
   *
   * @param width tells how many columns the terminal has; asked now and then
   * @param patience how long the work may take before it is shown
   */
  static ProgressDisplay start(
      Progress progress, PrintStream out, IntSupplier width, Duration patience) {
    ProgressDisplay display = new ProgressDisplay(progress, out, width, patience);
    progress.onLeave(display::erase);
    progress.onPrint(display::print);
    Thread thread = new Thread(display::run, "offlinesign-progress");
    thread.setDaemon(true);
    thread.start();
    return display;
  }

  private void run() {
    try {
      boolean open = await(patience.toMillis());
      for (int looks = 0; open; looks++) {
        if (looks % LOOKS_PER_WIDTH == 0) {
          columns = width.getAsInt();
        }
        draw();
        open = await(MILLIS_BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for so long, or until the display is closed; returns whether it is still open. */
  private synchronized boolean await(long millis) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    for (long left = millis; left > 0 && !closed; ) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return !closed;
  }

  private synchronized void draw() {
    if (!closed) {
      progress.current().ifPresent(this::draw);
    }
  }

  private void draw(StageFigures figures) {
    rates.look(figures);
    // A line that fills the last column would scroll some terminals.
    out.print(ERASE + new StageLine(figures, rates::of).text(columns - 1));
    out.flush();
    drawn = true;
  }

  /** Prints something where the display was; it comes back below. */
  private synchronized void print(Runnable action) {
    erase();
    action.run();
  }

  private synchronized void erase() {
    if (drawn) {
      out.print(ERASE);
      out.flush();
      drawn = false;
    }
  }

  /** Takes the display away for good. */
  @Override
  public synchronized void close() {
    closed = true;
    erase();
    notifyAll();
  }
}
