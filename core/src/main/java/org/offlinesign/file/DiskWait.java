package org.offlinesign.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ForkJoinPool;
import org.offlinesign.thread.OtherThread;

/**
 * What waits for the disk and is no work: the pool that the thread is of, if it is of a {@link
 * ForkJoinPool}, goes on with another one meanwhile.
 */
final class DiskWait {
  private DiskWait() {}

  /** Something that the disk does. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }

  /** Returns once something is done. */
  static void until(Action action) throws IOException {
    try {
      ForkJoinPool.managedBlock(new Blocker(action));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (InterruptedException e) {
      throw OtherThread.interrupted(e);
    }
  }

  private static final class Blocker implements ForkJoinPool.ManagedBlocker {
    private final Action action;
    private boolean done;

    Blocker(Action action) {
      this.action = action;
    }

    @Override
    public boolean block() {
      try {
        action.run();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      done = true;
      return true;
    }

    @Override
    public boolean isReleasable() {
      return done;
    }
  }
}
