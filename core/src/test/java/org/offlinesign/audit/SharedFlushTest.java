package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that wait for a disk which takes nothing until it is told to. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SharedFlushTest {
  private static final int WRITERS = 10;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger begun = new AtomicInteger();
  private final Semaphore arrived = new Semaphore(0);
  private final Semaphore allowed = new Semaphore(0);
  private final SharedFlush flush = new SharedFlush(this::takeWhenAllowed);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private void takeWhenAllowed() {
    begun.incrementAndGet();
    arrived.release();
    allowed.acquireUninterruptibly();
  }

  private static Future<?> waiting(ExecutorService threads, SharedFlush flush, long one) {
    return threads.submit(
        () -> {
          flush.await(one);
          return null;
        });
  }

  @Test
  void whoAddsWhileTheDiskIsBusyIsTakenByTheNextFlushWithAllOthers() throws Exception {
    Future<?> first = waiting(threads, flush, flush.added());
    arrived.acquire();
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      others.add(waiting(threads, flush, flush.added()));
    }
    allowed.release();
    first.get();
    arrived.acquire();
    assertThat(others).noneMatch(Future::isDone);
    allowed.release();
    for (Future<?> other : others) {
      other.get();
    }
    assertThat(begun).hasValue(2);
  }

  @Test
  void whatIsOnTheDiskIsNotFlushedAgain() throws Exception {
    allowed.release(2);
    long first = flush.added();
    long second = flush.added();
    flush.await(second);
    flush.await(first);
    flush.awaitAll();
    assertThat(begun).hasValue(1);
    flush.await(flush.added());
    assertThat(begun).hasValue(2);
  }

  @Test
  void whoWaitsForADiskThatRefusesIsToldHoweverLateTheLineCame() throws Exception {
    SharedFlush failing =
        new SharedFlush(
            () -> {
              takeWhenAllowed();
              if (begun.get() == 1) {
                throw new IOException("Input/output error");
              }
            });
    Future<?> first = waiting(threads, failing, failing.added());
    arrived.acquire();
    Future<?> second = waiting(threads, failing, failing.added());
    allowed.release(2);
    for (Future<?> refused : List.of(first, second)) {
      assertThatThrownBy(refused::get).cause().isInstanceOf(IOException.class);
    }
    assertThat(failing.hasFailed()).isTrue();
    assertThatThrownBy(failing::awaitAll).hasMessage("Input/output error");
    assertThat(begun).hasValue(1);
  }

  @Test
  void aPoolWorksOnWhileItsThreadWaits() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    try {
      ForkJoinTask<?> waits =
          pool.submit(
              () -> {
                flush.await(flush.added());
                return null;
              });
      arrived.acquire();
      assertThat(pool.submit(() -> "done").get()).isEqualTo("done");
      allowed.release();
      waits.get();
    } finally {
      pool.shutdownNow();
    }
  }
}
