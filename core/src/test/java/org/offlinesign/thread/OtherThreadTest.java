package org.offlinesign.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OtherThreadTest {
  @Test
  void aResultIsReturned() throws Exception {
    assertThat(OtherThread.result(CompletableFuture.completedFuture("done"))).isEqualTo("done");
  }

  @Test
  void whatStoppedTheOtherIsTheCause() {
    IOException failure = new IOException("the disk is full");
    assertThatThrownBy(() -> OtherThread.result(CompletableFuture.failedFuture(failure)))
        .isInstanceOf(ExecutionException.class)
        .hasCause(failure);
  }

  @Test
  void whoIsInterruptedWhileHeWaitsStaysSo() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> OtherThread.result(new CompletableFuture<>()))
        .isInstanceOf(InterruptedIOException.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aFailureIsThrownAsWhatItIs() {
    IOException failure = new IOException("the disk is full");
    assertThatThrownBy(() -> OtherThread.rethrow(failure, IOException.class)).isSameAs(failure);
    assertThatCode(() -> OtherThread.rethrow(failure, InterruptedIOException.class))
        .doesNotThrowAnyException();
    assertThat(OtherThread.unchecked(failure)).hasCause(failure);
    IllegalStateException unchecked = new IllegalStateException("a bug");
    assertThatThrownBy(() -> OtherThread.unchecked(unchecked)).isSameAs(unchecked);
    OutOfMemoryError error = new OutOfMemoryError("too small");
    assertThatThrownBy(() -> OtherThread.unchecked(error)).isSameAs(error);
  }

  @Test
  void threadsAreWaitedForByOneWhoIsInterrupted() {
    CountDownLatch begun = new CountDownLatch(1);
    Thread slow =
        new Thread(
            () -> {
              begun.countDown();
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    slow.start();
    Thread.currentThread().interrupt();
    OtherThread.join(List.of(slow));
    assertThat(slow.isAlive()).isFalse();
    assertThat(begun.getCount()).isZero();
    assertThat(Thread.interrupted()).isTrue();
  }
}
