package org.offlinesign.cli.server;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Waiting for something that servers do on their own. */
final class Poll {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Poll() {}

  /** What is waited for. */
  interface Condition {
    boolean holds() throws IOException;
  }

  /** Returns when the condition holds; an {@link IOException} of its counts as not yet. */
  static void until(Duration limit, Condition condition, Supplier<String> complaint)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    IOException last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.holds()) {
          return;
        }
        last = null;
      } catch (IOException e) {
        last = e;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new AssertionError(complaint.get(), last);
  }
}
