package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.FIVE_YEARS;
import static org.offlinesign.keystore.StoreFixture.PROVIDERS;
import static org.offlinesign.keystore.StoreFixture.ZONE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyGenerator;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeySpec;

@Timeout(60)
class JointAdditionsTest {
  private static final byte[] PASSWORD = {1, 2, 3};
  private static final int LATE = 20;

  private final JointAdditions additions = new JointAdditions();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final List<Integer> groups = new CopyOnWriteArrayList<>();
  private final Draft store = new Draft(Path.of("keys.p12"), Pkcs12.Content.EMPTY);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void allThatComeWhileTheFileIsWrittenAreWrittenTogether() throws Exception {
    List<Future<StoredKey>> asked = askWhileOneIsWritten(PASSWORD, this::write);
    for (Future<StoredKey> key : asked) {
      StoredKey written = key.get();
      assertThat(store.content().keys()).contains(written);
    }
    assertThat(groups).containsExactly(1, LATE);
    assertThat(store.content().keys()).hasSize(LATE + 1);
  }

  @Test
  void whatStopsTheWritingIsToldToAllWhoWaitedForIt() throws Exception {
    List<Future<StoredKey>> asked =
        askWhileOneIsWritten(
            PASSWORD,
            group -> {
              throw new IOException("the disk is full");
            });
    asked.get(0).get();
    for (Future<StoredKey> key : asked.subList(1, asked.size())) {
      assertThatThrownBy(key::get)
          .cause()
          .isInstanceOf(IOException.class)
          .hasMessage("the disk is full");
    }
    assertThat(add(key(), PASSWORD, this::write)).isIn(store.content().keys());
  }

  @Test
  void whoHasAnotherPasswordWritesForHimself() throws Exception {
    List<Future<StoredKey>> asked = askWhileOneIsWritten(new byte[] {4}, this::write);
    asked.add(threads.submit(() -> add(key(), PASSWORD, this::write)));
    for (Future<StoredKey> key : asked) {
      key.get();
    }
    assertThat(groups).hasSizeGreaterThan(2).contains(1).doesNotContain(LATE + 1);
    assertThat(store.content().keys()).hasSize(LATE + 2);
  }

  @Test
  void aKeyThatIsThereAlreadyFailsAlone() throws Exception {
    StoredKey twice = key();
    Future<StoredKey> first = threads.submit(() -> add(twice, PASSWORD, this::writeSlowly));
    busy.await();
    Future<StoredKey> again = threads.submit(() -> add(twice, PASSWORD, this::write));
    Future<StoredKey> other = threads.submit(() -> add(key(), PASSWORD, this::write));
    goOn.countDown();
    assertThat(first.get()).isSameAs(twice);
    assertThatThrownBy(again::get).cause().isInstanceOf(KeyStoreFileException.class);
    StoredKey beside = other.get();
    assertThat(store.content().keys()).containsExactly(twice, beside);
  }

  /** Asks for a key, and while that one is being written for some others. */
  private List<Future<StoredKey>> askWhileOneIsWritten(
      byte[] lateOnes, JointAdditions.Writing writing) throws Exception {
    List<Future<StoredKey>> asked = new ArrayList<>();
    asked.add(threads.submit(() -> add(key(), PASSWORD, this::writeSlowly)));
    busy.await();
    for (int i = 0; i < LATE; i++) {
      StoredKey key = key();
      asked.add(threads.submit(() -> add(key, lateOnes, writing)));
    }
    while (additions.waiting() < LATE) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    return asked;
  }

  private StoredKey add(StoredKey key, byte[] password, JointAdditions.Writing writing)
      throws Exception {
    Addition addition = new Addition(draft -> key, password);
    additions.make(addition, writing);
    return addition.key();
  }

  private void writeSlowly(List<Addition> group) throws IOException {
    busy.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    write(group);
  }

  private void write(List<Addition> group) {
    groups.add(group.size());
    group.forEach(addition -> addition.addTo(store));
    group.forEach(addition -> addition.written(store.content()));
  }

  private static StoredKey key() throws Exception {
    KeySpec spec = new KeySpec(Algorithm.ECDSAP256SHA256, 256, KeyRole.ZSK);
    return StoredKey.of(
        new KeyGenerator(PROVIDERS).generate(ZONE, spec, List.of()), FIVE_YEARS, PROVIDERS);
  }
}
