package org.offlinesign.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OrderedPipelineTest {
  private final List<Integer> results = new ArrayList<>();

  private OrderedPipeline<Integer, Integer> pipeline(
      int threads, int window, OrderedPipeline.Work<Integer, Integer> work) {
    return new OrderedPipeline<>(threads, window, () -> work, results::add);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 7", "8, 16", "3, 1000"})
  void resultsComeInTheOrderOfSubmission(int threads, int window) throws IOException {
    OrderedPipeline.Work<Integer, Integer> uneven =
        input -> {
          pause(input % 7 == 0 ? 1 : 0);
          return input * 2;
        };
    try (OrderedPipeline<Integer, Integer> pipeline = pipeline(threads, window, uneven)) {
      for (int i = 0; i < 500; i++) {
        pipeline.submit(i);
      }
      pipeline.drain();
    }

    assertThat(results).isEqualTo(IntStream.range(0, 500).map(i -> i * 2).boxed().toList());
  }

  private static void pause(int millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  @Test
  void withOneThreadTheCallerWorks() throws IOException {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    try (OrderedPipeline<Integer, Integer> pipeline =
        pipeline(
            1,
            4,
            input -> {
              workers.add(Thread.currentThread());
              return input;
            })) {
      pipeline.submit(1);
      assertThat(results).containsExactly(1);
    }

    assertThat(workers).containsExactly(Thread.currentThread());
  }

  @Test
  void resultsAreHandedOutByTheThreadThatSubmits() throws IOException {
    Set<Thread> consumers = ConcurrentHashMap.newKeySet();
    try (OrderedPipeline<Integer, Integer> pipeline =
        new OrderedPipeline<>(
            3, 4, () -> input -> input, result -> consumers.add(Thread.currentThread()))) {
      for (int i = 0; i < 50; i++) {
        pipeline.submit(i);
      }
      pipeline.drain();
    }

    assertThat(consumers).containsExactly(Thread.currentThread());
  }

  @Test
  void eachThreadHasWorkOfItsOwn() throws IOException {
    AtomicInteger made = new AtomicInteger();
    Set<Thread> users = ConcurrentHashMap.newKeySet();
    try (OrderedPipeline<Integer, Integer> pipeline =
        new OrderedPipeline<>(
            4,
            8,
            () -> {
              made.incrementAndGet();
              Thread owner = Thread.currentThread();
              return input -> {
                users.add(owner);
                assertThat(Thread.currentThread()).isSameAs(owner);
                return input;
              };
            },
            results::add)) {
      for (int i = 0; i < 200; i++) {
        pipeline.submit(i);
      }
      pipeline.drain();
    }

    assertThat(made.get()).isBetween(1, 4).isEqualTo(users.size());
    assertThat(results).hasSize(200);
  }

  @Test
  void aFullWindowMakesTheProducerWait() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger submitted = new AtomicInteger();
    Thread producer;
    try (OrderedPipeline<Integer, Integer> pipeline =
        pipeline(
            2,
            3,
            input -> {
              awaitGate(gate);
              return input;
            })) {
      producer =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 10; i++) {
                    pipeline.submit(i);
                    submitted.incrementAndGet();
                  }
                  pipeline.drain();
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      producer.start();
      while (producer.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
      assertThat(submitted).hasValue(3);
      gate.countDown();
      producer.join();
    }

    assertThat(results).hasSize(10);
  }

  private static void awaitGate(CountDownLatch gate) throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whatWorkThrowsArrivesUnchanged(int threads) {
    for (Throwable thrown :
        List.of(
            new IOException("disk"),
            new IllegalStateException("state"),
            new AssertionError("bug"))) {
      OrderedPipeline.Work<Integer, Integer> failing =
          input -> {
            if (input == 3) {
              OrderedPipelineTest.<RuntimeException>sneak(thrown);
            }
            return input;
          };
      results.clear();
      try (OrderedPipeline<Integer, Integer> pipeline = pipeline(threads, 2, failing)) {
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 10; i++) {
                    pipeline.submit(i);
                  }
                })
            .isSameAs(thrown);
      }
      assertThat(results).containsExactly(0, 1, 2);
    }
  }

  @SuppressWarnings("unchecked")
  private static <X extends Throwable> void sneak(Throwable thrown) throws X {
    throw (X) thrown;
  }

  @Test
  void closingStopsAndJoinsTheWorkers() throws IOException {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(2);
    try (OrderedPipeline<Integer, Integer> pipeline =
        pipeline(
            2,
            8,
            input -> {
              workers.add(Thread.currentThread());
              started.countDown();
              awaitGate(never);
              return input;
            })) {
      for (int i = 0; i < 6; i++) {
        pipeline.submit(i);
      }
      awaitGate(started);
    }

    assertThat(workers).hasSize(2).noneMatch(Thread::isAlive);
    assertThat(results).isEmpty();
  }

  @Test
  void aProducerThatIsInterruptedStopsWaiting() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (OrderedPipeline<Integer, Integer> pipeline =
        pipeline(
            2,
            1,
            input -> {
              awaitGate(never);
              return input;
            })) {
      pipeline.submit(0);
      Thread.currentThread().interrupt();

      assertThatThrownBy(pipeline::drain).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void anEmptyPipelineOrWindowIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> pipeline(0, 1, input -> input));
    assertThatIllegalArgumentException().isThrownBy(() -> pipeline(1, 0, input -> input));
  }
}
