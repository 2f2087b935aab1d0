package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.NOW;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

class StoreMemoryTest {
  private static final byte[] FIRST = {1, 2, 3};
  private static final byte[] SECOND = {4, 5, 6};
  private static final FileTime LONG_AGO = FileTime.from(NOW.minusSeconds(10));

  @TempDir Path folder;
  private final StoreMemory memory = new StoreMemory(Clock.fixed(NOW, ZoneOffset.UTC));
  private Path file;
  private int decoded;

  @BeforeEach
  void writeAnOldFile() throws IOException {
    file = folder.resolve("keys.p12");
    write(FIRST, LONG_AGO);
  }

  private void write(byte[] octets, FileTime modified) throws IOException {
    Files.write(file, octets);
    Files.setLastModifiedTime(file, modified);
  }

  private Pkcs12.Content read(String password) throws IOException, KeyStoreFileException {
    return memory.read(
        file,
        memory.digest(password.toCharArray()),
        octets -> {
          decoded++;
          return new Pkcs12.Content(List.of(), List.of());
        });
  }

  private void rememberOthers(int count) {
    Pkcs12.Content content = new Pkcs12.Content(List.of(), List.of());
    for (int other = 0; other < count; other++) {
      Path store = folder.resolve("other" + other);
      memory.wrote(store, memory.digest("secret".toCharArray()), SECOND, content);
      memory.turn(store);
    }
  }

  @Test
  void aFileThatHasNotChangedIsDecodedOnce() throws Exception {
    Pkcs12.Content first = read("secret");
    assertThat(read("secret")).isSameAs(first);
    assertThat(decoded).isEqualTo(1);
  }

  @Test
  void whoHasAnotherPasswordIsToldNothing() throws Exception {
    read("secret");
    read("another");
    assertThat(decoded).isEqualTo(2);
  }

  @Test
  void aPasswordThatIsRefusedLeavesWhatIsKnownAsItIs() throws Exception {
    Pkcs12.Content first = read("secret");
    assertThatThrownBy(
            () ->
                memory.read(
                    file,
                    memory.digest("wrong".toCharArray()),
                    octets -> {
                      throw new KeyStoreFileException(Reason.WRONG_PASSWORD, "wrong password");
                    }))
        .isInstanceOf(KeyStoreFileException.class);
    assertThat(read("secret")).isSameAs(first);
  }

  @Test
  void aFileOfAnotherDateIsReadAnew() throws Exception {
    read("secret");
    write(SECOND, FileTime.from(LONG_AGO.toInstant().plusSeconds(1)));
    read("secret");
    assertThat(decoded).isEqualTo(2);
  }

  @Test
  void anotherFileOfTheSameSizeAndDateIsReadAnew() throws Exception {
    read("secret");
    Path other = Files.write(folder.resolve("other"), SECOND);
    Files.setLastModifiedTime(other, LONG_AGO);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    read("secret");
    assertThat(decoded).isEqualTo(2);
  }

  @Test
  void theDateOfAFileThatWasChangedJustNowProvesNothing() throws Exception {
    for (long millisAgo : List.of(2000L, 50L)) {
      FileTime now = FileTime.from(NOW.minusMillis(millisAgo));
      decoded = 0;
      write(FIRST, now);
      read("secret");
      write(SECOND, now);
      read("secret");
      assertThat(decoded).as("%s ms ago", millisAgo).isEqualTo(2);
    }
  }

  @Test
  void onAFileSystemThatCountsFractionsOfASecondADateSoonProvesThatNothingChanged()
      throws Exception {
    FileTime justNow = FileTime.from(NOW.minusMillis(1500));
    write(FIRST, justNow);
    read("secret");
    write(SECOND, justNow);
    read("secret");
    assertThat(decoded).isEqualTo(1);
  }

  @Test
  void theSameOctetsUnderAnotherDateAreNotDecodedAgain() throws Exception {
    Pkcs12.Content first = read("secret");
    Files.setLastModifiedTime(file, FileTime.from(NOW));
    assertThat(read("secret")).isSameAs(first);
    assertThat(decoded).isEqualTo(1);
  }

  @Test
  void whatWasWrittenIsKnownUnlessSomebodyElseHasWrittenSince() throws Exception {
    Pkcs12.Content written = new Pkcs12.Content(List.of(), List.of());
    memory.wrote(file, memory.digest("secret".toCharArray()), FIRST, written);
    assertThat(read("secret")).isSameAs(written);
    memory.wrote(file, memory.digest("secret".toCharArray()), FIRST, written);
    write(SECOND, LONG_AGO);
    assertThat(read("secret")).isNotSameAs(written);
    assertThat(decoded).isEqualTo(1);
  }

  @Test
  void howeverManyFilesThereAreThreadsMeetAtTheSamePlaceToChangeOne() {
    ReentrantLock turn = memory.turn(file);
    JointAdditions additions = memory.additions(file);
    rememberOthers(100);
    assertThat(memory.turn(file)).isSameAs(turn);
    assertThat(memory.additions(file)).isSameAs(additions);
  }

  @Test
  void ofManyFilesThoseThatWereReadLastAreKnown() throws Exception {
    read("secret");
    rememberOthers(15);
    read("secret");
    assertThat(decoded).isEqualTo(1);
    rememberOthers(16);
    read("secret");
    assertThat(decoded).isEqualTo(2);
  }

  @Test
  void thoseWhoShareAMemorySeeEachOthersChanges() throws Exception {
    Path store = folder.resolve("real.p12");
    StoreFixture.makeEmpty(store, password());
    try (KeyStoreFile one = KeyStoreFile.open(store, password(), SETTINGS);
        KeyStoreFile other = KeyStoreFile.open(store, password(), SETTINGS)) {
      StoredKey made = one.generate(request("one", KeyRole.ZSK));
      other.delete(made);
      assertThat(other.keys()).isEmpty();
    }
    try (KeyStoreFile again = KeyStoreFile.open(store, password(), SETTINGS)) {
      assertThat(again.keys()).isEmpty();
      assertThat(again.trash()).hasSize(1);
    }
  }

  @Test
  void aSharedMemoryOpensNoStoreForAWrongPassword() throws Exception {
    Path store = folder.resolve("real.p12");
    StoreFixture.makeEmpty(store, password());
    assertThatThrownBy(() -> KeyStoreFile.open(store, "wrong".toCharArray(), SETTINGS))
        .isInstanceOfSatisfying(
            KeyStoreFileException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_PASSWORD));
  }
}
