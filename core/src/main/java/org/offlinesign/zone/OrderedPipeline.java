package org.offlinesign.zone;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.offlinesign.thread.OtherThread;

/**
 * Does work on several threads and hands out the results in the order in which the work was
 * submitted, on the thread that submits.
 *
 * <p>Holds at most a window of inputs and results: when it is full, submitting waits for the oldest
 * result. With one thread everything is done at once by the caller. What a worker throws is thrown
 * again, the same object, by the call that would have handed out its result; the pipeline can then
 * only be closed. To be used by one thread.
 *
 * @param <T> what is worked on
 * @param <R> what comes of it
 */
public final class OrderedPipeline<T, R> implements Closeable {
  private final Supplier<? extends Work<T, R>> newWork;
  private final ResultSink<R> results;
  private final Deque<Future<R>> window;
  private final int capacity;
  private final @Nullable ExecutorService workers;
  private final ThreadLocal<Work<T, R>> workOfThread;

  // A worker that its work kills is replaced by a thread that another worker makes.
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  /**
   * Does one unit of work; each thread has its own instance.
   *
   * @param <T> what is worked on
   * @param <R> what comes of it
   */
  @FunctionalInterface
  public interface Work<T, R> {
    /** Returns the result for an input. */
    R apply(T input) throws IOException;
  }

  /**
   * Receives the results in order.
   *
   * @param <R> what comes of the work
   */
  @FunctionalInterface
  public interface ResultSink<R> {
    /** Takes the next result. */
    void accept(R result) throws IOException;
  }

  /**
   * Creates a pipeline.
   *
   * @param threads with 1 no thread is started
   * @param window how many inputs may be under way
   * @param newWork called once by each thread
   * @param results called by the thread that submits
   */
  public OrderedPipeline(
      int threads, int window, Supplier<? extends Work<T, R>> newWork, ResultSink<R> results) {
    if (threads < 1 || window < 1) {
      throw new IllegalArgumentException(
          "a pipeline of " + threads + " threads and a window of " + window);
    }
    this.newWork = newWork;
    this.results = results;
    this.window = new ArrayDeque<>(window);
    this.capacity = window;
    this.workers = threads == 1 ? null : Executors.newFixedThreadPool(threads, this::newThread);
    this.workOfThread = ThreadLocal.withInitial(this::newWorkOfThread);
  }

  private Work<T, R> newWorkOfThread() {
    return newWork.get();
  }

  private Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "offlinesign-worker-" + (threads.size() + 1));
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  /** Takes work, and hands out the results that have come up meanwhile. */
  public void submit(T input) throws IOException {
    if (workers == null) {
      results.accept(workOfThread.get().apply(input));
      return;
    }
    if (window.size() == capacity) {
      handOutOldest();
    }
    window.add(workers.submit((Callable<R>) () -> workOfThread.get().apply(input)));
    while (!window.isEmpty() && window.element().isDone()) {
      handOutOldest();
    }
  }

  /** Waits for all work submitted so far and hands out its results. */
  public void drain() throws IOException {
    while (!window.isEmpty()) {
      handOutOldest();
    }
  }

  private void handOutOldest() throws IOException {
    try {
      results.accept(OtherThread.result(window.remove()));
    } catch (ExecutionException e) {
      OtherThread.rethrow(e.getCause(), IOException.class);
      throw OtherThread.unchecked(e.getCause());
    }
  }

  /**
   * Drops the work that has not been done, interrupts the workers and waits until they are gone.
   */
  @Override
  public void close() {
    workOfThread.remove();
    if (workers == null) {
      return;
    }
    window.clear();
    workers.shutdownNow();
    OtherThread.join(threads);
  }
}
