package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/** The copy beside a key store, which may be the last that holds a key. */
class StoreBackupTest {
  @TempDir Path folder;
  private Path file;
  private Path backup;

  @BeforeEach
  void name() {
    file = folder.resolve("keys.p12");
    backup = folder.resolve("keys.p12.bak");
  }

  private static List<StoredKey> make(Path store, String... names) throws Exception {
    try (KeyStoreFile opened = KeyStoreFile.openOrCreate(store, password(), SETTINGS)) {
      for (String name : names) {
        opened.generate(request(name, KeyRole.ZSK));
      }
      return opened.keys();
    }
  }

  private static List<String> names(Path store) throws Exception {
    try (KeyStoreFile opened = KeyStoreFile.open(store, password(), SETTINGS)) {
      return opened.keys().stream().map(key -> key.friendlyName().orElseThrow()).toList();
    }
  }

  private static Object identity(Path path) throws Exception {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
  }

  /** A store of which the backup alone is left, with these keys. */
  private List<StoredKey> lose(String... names) throws Exception {
    Path elsewhere = folder.resolve("elsewhere.p12");
    List<StoredKey> keys = make(elsewhere, names);
    Files.move(elsewhere, backup);
    Files.deleteIfExists(folder.resolve("elsewhere.p12.bak"));
    return keys;
  }

  private static void assertRefused(Reason reason, ThrowingCallable change) {
    assertThatThrownBy(change)
        .isInstanceOfSatisfying(
            KeyStoreFileException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining("keys.p12.bak");
  }

  @Test
  void aStoreComesIntoBeingWithItsFirstKey() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      assertThat(store.keys()).isEmpty();
      assertThat(file).doesNotExist();
      store.generate(request("first", KeyRole.KSK));
    }
    assertThat(names(file)).containsExactly("first");
    assertThat(backup).doesNotExist();
  }

  @Test
  void twoWhoBeginTheSameStoreBothHaveTheirKeysInIt() throws Exception {
    try (KeyStoreFile one = KeyStoreFile.openOrCreate(file, password(), SETTINGS);
        KeyStoreFile other = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      one.generate(request("one", KeyRole.KSK));
      other.generate(request("other", KeyRole.KSK));
    }
    assertThat(names(file)).containsExactly("one", "other");
  }

  @Test
  void whoBeginsAStoreThatAnotherHasBegunMeanwhileNeedsItsPassword() throws Exception {
    try (KeyStoreFile late =
        KeyStoreFile.openOrCreate(file, "another password".toCharArray(), SETTINGS)) {
      make(file, "first");
      assertThatThrownBy(() -> late.generate(request("late", KeyRole.KSK)))
          .isInstanceOf(KeyStoreFileException.class)
          .hasMessageContaining("wrong password");
    }
    assertThat(names(file)).containsExactly("first");
  }

  @Test
  void noStoreIsBegunBesideTheBackupOfOneThatWasLost() throws Exception {
    lose("last copy");
    assertRefused(Reason.BACKUP_ONLY, () -> KeyStoreFile.openOrCreate(file, password(), SETTINGS));
    assertThat(names(backup)).containsExactly("last copy");
    assertThat(file).doesNotExist();
  }

  @Test
  void aBackupThatAppearsBeforeTheFirstKeyIsWrittenIsFoundInTime() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      lose("last copy");
      assertRefused(Reason.BACKUP_ONLY, () -> store.generate(request("new", KeyRole.KSK)));
    }
    assertThat(names(backup)).containsExactly("last copy");
    assertThat(file).doesNotExist();
  }

  @Test
  void keysThatAreTakenFromTheBackupStayInItWhileTheStoreIsWritten() throws Exception {
    List<StoredKey> keys = lose("a", "b", "c", "d");
    for (String present : List.of("", "present")) {
      Files.deleteIfExists(file);
      KeyStoreSettings keeping = SETTINGS.withBackup(Backup.KEPT);
      if (!present.isEmpty()) {
        Path elsewhere = folder.resolve("elsewhere.p12");
        make(elsewhere, present);
        Files.move(elsewhere, file);
      }
      Object before = identity(backup);
      try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), keeping)) {
        store.addAll(keys);
      }
      assertThat(names(file)).contains("a", "b", "c", "d");
      // Not even for an instant was it another file.
      assertThat(identity(backup)).isEqualTo(before);
      assertThat(names(backup)).containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void aSingleKeyIsTakenFromTheBackupTheSameWay() throws Exception {
    make(file, "present");
    List<StoredKey> keys = lose("only");
    try (KeyStoreFile store =
        KeyStoreFile.open(file, password(), SETTINGS.withBackup(Backup.KEPT))) {
      store.addAll(keys);
    }
    assertThat(names(backup)).containsExactly("only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "secret password\n", "0 this is longer than what is looked at\n"})
  void aFileThatIsNoKeyStoreIsNotReplacedWithABackup(String foreign) throws Exception {
    make(file, "one", "two");
    Files.writeString(backup, foreign);
    byte[] before = Files.readAllBytes(file);
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertRefused(Reason.IN_THE_WAY, () -> store.generate(request("three", KeyRole.KSK)));
    }
    assertThat(backup).hasContent(foreign.strip());
    assertThat(file).hasBinaryContent(before);
    Files.delete(file);
    assertRefused(Reason.IN_THE_WAY, () -> KeyStoreFile.openOrCreate(file, password(), SETTINGS));
  }

  @Test
  void norWithThatOfTheTrash() throws Exception {
    make(file, "one", "two");
    Path foreign = Files.writeString(folder.resolve("keys.p12.trash.bak"), "precious\n");
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      store.delete(store.keys().get(0));
      assertThatThrownBy(() -> store.delete(store.keys().get(0)))
          .isInstanceOf(KeyStoreFileException.class)
          .hasMessageContaining("keys.p12.trash.bak is no key store");
    }
    assertThat(foreign).hasContent("precious");
    assertThat(names(file)).containsExactly("two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3080020103308006092a864886f70d01", "30820a06020103308209cc06092a8648"})
  void aStoreOfAnyProgramIsKnownByItsBeginning(String start) {
    assertThat(Pkcs12.isBegunBy(HexFormat.of().parseHex(start))).isTrue();
    assertThat(Pkcs12.isBegunBy(HexFormat.of().parseHex(start.replace("020103", "020100"))))
        .isFalse();
  }
}
