package org.offlinesign.thread;

import java.io.InterruptedIOException;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** What one thread learns of another: its result, what stopped it, its end. Thread safe. */
public final class OtherThread {
  private OtherThread() {}

  /**
   * Waits for a result.
   *
   * @throws ExecutionException if there is none, with what stopped the other thread as its cause
   * @throws InterruptedIOException if this thread is interrupted, which it stays
   */
  public static <R> R result(Future<R> future) throws ExecutionException, InterruptedIOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Returns what a wait ends with that was interrupted; the thread stays interrupted. */
  public static InterruptedIOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    InterruptedIOException stopped = new InterruptedIOException("interrupted");
    stopped.initCause(e);
    return stopped;
  }

  /** Throws what stopped another thread, if it is of a type. */
  public static <E extends Exception> void rethrow(@Nullable Throwable failure, Class<E> type)
      throws E {
    if (type.isInstance(failure)) {
      throw type.cast(failure);
    }
  }

  /**
   * Throws what stopped another thread, if no method needs to declare it.
   *
   * @return what to throw if one would have to, though none has declared it
   */
  public static AssertionError unchecked(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return new AssertionError("this exception is not declared", failure);
  }

  /** Waits until threads are gone, even if this one is interrupted, which it then stays. */
  public static void join(Collection<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
