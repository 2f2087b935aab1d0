package org.offlinesign.audit;

import java.io.IOException;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.offlinesign.thread.OtherThread;

/**
 * How those who add to a file wait for the disk: one for all who have added by then, while others
 * add what the next one is for. A pool that one of them is of goes on with another thread
 * meanwhile. What the disk did not take once is given up, because a second try may succeed without
 * anything being there. Thread safe.
 */
final class SharedFlush {
  private final Disk disk;
  private long added;
  private long onDisk;
  private boolean isUnderWay;
  private @Nullable IOException failure;

  /** What hands a file to the disk. */
  @FunctionalInterface
  interface Disk {
    /** Returns once all that was added by now is on the disk. */
    void flush() throws IOException;
  }

  SharedFlush(Disk disk) {
    this.disk = disk;
  }

  /** Takes note that something was added; returns what to wait for. */
  synchronized long added() {
    return ++added;
  }

  /** Says whether the disk did not take what was added. */
  synchronized boolean hasFailed() {
    return failure != null;
  }

  /** Returns once something that was added is on the disk. */
  void await(long one) throws IOException {
    try {
      ForkJoinPool.managedBlock(new Waiting(one));
    } catch (InterruptedException e) {
      throw OtherThread.interrupted(e);
    }
    refuseFailed(one);
  }

  /** Returns once all that was added so far is on the disk. */
  void awaitAll() throws IOException {
    await(last());
  }

  private synchronized long last() {
    return added;
  }

  private synchronized void refuseFailed(long one) throws IOException {
    if (onDisk < one) {
      // Each thread has an exception of its own, because those who catch it may add to it.
      throw new IOException(failure == null ? "closed" : failure.getMessage(), failure);
    }
  }

  private synchronized boolean isSettled(long one) {
    return onDisk >= one || failure != null;
  }

  private void settle(long one) throws InterruptedException {
    long all = begin(one);
    while (all > 0) {
      flush(all);
      all = begin(one);
    }
  }

  /** Returns up to which one this thread is to flush; 0 once there is nothing to wait for. */
  private synchronized long begin(long one) throws InterruptedException {
    while (isUnderWay && !isSettled(one)) {
      wait();
    }
    if (isSettled(one)) {
      return 0;
    }
    isUnderWay = true;
    return added;
  }

  private void flush(long all) {
    @Nullable IOException refusal = new IOException("it was not handed to the disk");
    try {
      disk.flush();
      refusal = null;
    } catch (IOException e) {
      refusal = e;
    } finally {
      // Whatever else may be thrown: nobody waits for a thread that has left.
      end(all, refusal);
    }
  }

  private synchronized void end(long all, @Nullable IOException refusal) {
    isUnderWay = false;
    if (refusal == null) {
      onDisk = all;
    } else {
      failure = refusal;
    }
    notifyAll();
  }

  private final class Waiting implements ForkJoinPool.ManagedBlocker {
    private final long one;

    Waiting(long one) {
      this.one = one;
    }

    @Override
    public boolean block() throws InterruptedException {
      settle(one);
      return true;
    }

    @Override
    public boolean isReleasable() {
      return isSettled(one);
    }
  }
}
