package org.offlinesign.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ForkJoinPool;

/**
 * Flushes files to disk, which is waiting and no work: the pool that the thread is of, if it is of
 * a {@link ForkJoinPool}, goes on with another one meanwhile.
 */
final class DiskFlush {
  private DiskFlush() {}

  /** Returns once the content of a file or folder, and what is known of it, is on the disk. */
  static void force(FileChannel channel) throws IOException {
    try {
      ForkJoinPool.managedBlock(new Flush(channel));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("interrupted");
      stopped.initCause(e);
      throw stopped;
    }
  }

  private static final class Flush implements ForkJoinPool.ManagedBlocker {
    private final FileChannel channel;
    private boolean done;

    Flush(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public boolean block() {
      try {
        channel.force(true);
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
