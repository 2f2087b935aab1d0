package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

class KeyStoreConcurrencyTest extends StoreFileFixture {
  private static final int KEYS_EACH = 3;

  @Test
  void twoProcessesThatAddKeysAtOnceLoseNone() throws Exception {
    List<Process> processes = List.of(startAdding("a"), startAdding("b"));
    for (Process process : processes) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(names()).hasSize(2 * KEYS_EACH).contains("a0", "b0", "a2", "b2");
  }

  private Process startAdding(String prefix) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Adding.class.getName(),
            file.toString(),
            prefix)
        .inheritIO()
        .start();
  }

  /** Adds some keys to a store that may not exist yet. */
  static final class Adding {
    public static void main(String[] arguments) throws Exception {
      addKeys(Path.of(arguments[0]), arguments[1]);
    }
  }

  private static void addKeys(Path file, String prefix) throws Exception {
    for (int i = 0; i < KEYS_EACH; i++) {
      try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
        store.generate(request(prefix + i, KeyRole.ZSK));
      }
    }
  }

  @Test
  void twoThreadsThatAddKeysAtOnceLoseNone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Boolean>> results = new ArrayList<>();
      for (String prefix : List.of("a", "b")) {
        Callable<Boolean> adding =
            () -> {
              addKeys(file, prefix);
              return true;
            };
        results.add(threads.submit(adding));
      }
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(names()).hasSize(2 * KEYS_EACH);
  }

  @Test
  void aKeyThatWasAddedTogetherWithOthersIsOnDiskWhenItsOwnerHearsOfIt() throws Exception {
    int together = 12;
    KeyStoreSettings shared = SETTINGS.sharing(new StoreMemory());
    StoreFixture.makeEmpty(file, password());
    ExecutorService threads = Executors.newFixedThreadPool(together);
    try {
      List<Future<Set<String>>> seen = new ArrayList<>();
      for (int i = 0; i < together; i++) {
        String name = "key" + i;
        seen.add(
            threads.submit(
                () -> {
                  try (KeyStoreFile store = KeyStoreFile.open(file, password(), shared)) {
                    store.generate(request(name, KeyRole.ZSK));
                  }
                  return names();
                }));
      }
      for (int i = 0; i < together; i++) {
        assertThat(seen.get(i).get()).contains("key" + i);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(names()).hasSize(together);
  }

  @Test
  void whoWaitsTooLongIsToldForWhat() throws Exception {
    StoreFixture.makeEmpty(file, password());
    List<String> notices = new ArrayList<>();
    KeyStoreSettings impatient =
        new KeyStoreSettings(
            SETTINGS.providers(),
            SETTINGS.clock(),
            Duration.ofMillis(200),
            notices::add,
            new StoreMemory(),
            Backup.REPLACED);
    try (FileChannel elsewhere =
            FileChannel.open(
                folder.resolve("keys.p12.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        KeyStoreFile store = KeyStoreFile.open(file, password(), impatient)) {
      assertThat(elsewhere.tryLock()).isNotNull();
      assertThatThrownBy(() -> store.generate(request("one", KeyRole.ZSK)))
          .isInstanceOfSatisfying(
              KeyStoreFileException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
          .hasMessageContaining("keys.p12.lock");
    }
    assertThat(notices).hasSize(1);
  }

  @Test
  void theLockOfAProcessThatDiedIsNoObstacle() throws Exception {
    StoreFixture.makeEmpty(file, password());
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holding.class.getName(),
                file.toString())
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("holding");
    holder.destroyForcibly().waitFor();
    assertThat(folder.resolve("keys.p12.lock")).exists();
    addKeys(file, "after");
    assertThat(names()).hasSize(KEYS_EACH);
  }

  /** Takes the lock of a store and never gives it back. */
  static final class Holding {
    public static void main(String[] arguments) throws Exception {
      KeyStoreLock lock = KeyStoreLock.take(Path.of(arguments[0]), SETTINGS);
      System.out.println("holding");
      System.in.read();
      lock.close();
    }
  }

  @Test
  void nothingButStoreLockAndBackupIsLeft() throws Exception {
    addKeys(file, "a");
    try (var entries = Files.list(folder)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder("keys.p12", "keys.p12.bak", "keys.p12.lock");
    }
  }

  private Set<String> names() throws Exception {
    Set<String> names = new HashSet<>();
    KeyStoreSettings fresh = SETTINGS.sharing(new StoreMemory());
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), fresh)) {
      store.keys().forEach(key -> names.add(key.friendlyName().orElseThrow()));
    }
    return names;
  }
}
