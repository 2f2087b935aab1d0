package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.BindKeyFile;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.PemKeyFile;
import org.offlinesign.key.SigningKey;

/** Links that somebody puts where secrets are going to be written. */
class SecretLinksTest {
  @TempDir Path folder;
  private Path file;
  private Path elsewhere;
  private StoredKey key;

  @BeforeEach
  void makeAStore() throws Exception {
    file = folder.resolve("keys.p12");
    elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("victim");
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      key = store.generate(request("Key", KeyRole.ZSK));
    }
  }

  private Path beside(String extension) {
    return folder.resolve("keys.p12" + extension);
  }

  private static boolean isOwnerOnly(Path path) throws IOException {
    return PosixFilePermissions.toString(
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
        .equals("rw-------");
  }

  @Test
  void backupAndTrashTakeThePlaceOfALinkAndDoNotFollowIt() throws Exception {
    Files.writeString(elsewhere, "precious");
    Files.createSymbolicLink(beside(".bak"), elsewhere);
    Files.createSymbolicLink(beside(".trash"), folder.resolve("elsewhere/nothing"));
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      store.delete(store.keys().get(0));
    }
    assertThat(elsewhere).hasContent("precious");
    assertThat(folder.resolve("elsewhere/nothing")).doesNotExist();
    for (String extension : List.of(".bak", ".trash")) {
      assertThat(Files.isSymbolicLink(beside(extension))).as(extension).isFalse();
      assertThat(isOwnerOnly(beside(extension))).as(extension).isTrue();
    }
  }

  @Test
  void aLockThatIsALinkIsRefusedAndNothingComesToBeBehindIt() throws Exception {
    Files.delete(beside(".lock"));
    Files.createSymbolicLink(beside(".lock"), elsewhere);
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThatThrownBy(() -> store.generate(request("Next", KeyRole.ZSK)))
          .isInstanceOf(KeyStoreFileException.class)
          .hasMessageContaining(".lock is a symbolic link");
    }
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void noPrivateKeyIsExportedBehindALink() throws Exception {
    SigningKey signing = key.signingKey().orElseThrow();
    Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    assertThatThrownBy(() -> PemKeyFile.write(signing, link))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> KeyStoreFile.export(List.of(key), link, password()))
        .isInstanceOf(KeyStoreFileException.class)
        .hasMessageContaining("exists");
    List<Path> files = BindKeyFile.write(signing, folder);
    Files.delete(files.get(1));
    Files.createSymbolicLink(files.get(1), elsewhere);
    assertThatThrownBy(() -> BindKeyFile.write(signing, folder))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("symbolic link");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void whatIsBehindAHardLinkStaysAsItIs() throws Exception {
    Path second = Files.createLink(folder.resolve("second"), file);
    byte[] before = Files.readAllBytes(second);
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      store.generate(request("Next", KeyRole.ZSK));
    }
    assertThat(second).hasBinaryContent(before);
  }

  @Test
  void aStoreBehindALinkOfSomebodyElseIsNotOpened() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link.p12"), file);
    KeyStoreFile.open(link, password(), SETTINGS).close();
    giveAway(link);
    assertThatThrownBy(() -> KeyStoreFile.open(link, password(), SETTINGS))
        .isInstanceOf(KeyStoreFileException.class)
        .hasMessageContaining("is a symbolic link of nobody, who is neither you");
    Path dangling = Files.createSymbolicLink(folder.resolve("new.p12"), elsewhere);
    giveAway(dangling);
    assertThatThrownBy(() -> KeyStoreFile.openOrCreate(dangling, password(), SETTINGS))
        .isInstanceOf(KeyStoreFileException.class)
        .hasMessageContaining("is a symbolic link of nobody");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void aStoreOrFolderOfSomebodyElseIsWarnedAbout() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.warnings()).isEmpty();
      giveAway(file);
      assertThat(store.warnings()).singleElement().asString().contains(" belongs to nobody, who");
      giveAway(folder);
      assertThat(store.warnings()).hasSize(2).last().asString().contains("others can replace");
    }
  }

  /** Only the administrator can; elsewhere these tests are skipped. */
  private static void giveAway(Path path) throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "files cannot be given away");
    UserPrincipal nobody =
        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setOwner(nobody);
  }
}
