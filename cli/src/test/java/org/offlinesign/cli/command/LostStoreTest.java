package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** A key store that was lost, and files that have the names of those beside it. */
class LostStoreTest {
  private static final List<String> NAMES = List.of("LOST1", "LOST2", "LOST3", "LOST4");

  @TempDir private Path folder;
  private CommandLineUser user;
  private Path backup;

  @BeforeEach
  void loseAllButTheBackup() throws IOException {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "a long secret");
    backup = folder.resolve("k.p12.bak");
    Files.writeString(folder.resolve("pw"), "a long secret\n");
    for (String name : NAMES) {
      genkey("lost.p12", name);
    }
    Files.move(folder.resolve("lost.p12"), backup);
  }

  private static String[] genkeyLine(String store, String name) {
    return new String[] {
      "genkey", "--zone", "example", "--alg", "13", "--friendlyname", name, "--keystore", store
    };
  }

  private void genkey(String store, String name) {
    user.succeed(genkeyLine(store, name));
  }

  private String listed(String store) {
    return user.succeed("listkeys", "--keystore", store).out();
  }

  @Test
  void aNewStoreIsNotBegunBesideTheBackup() throws IOException {
    byte[] before = Files.readAllBytes(backup);
    Result result = user.run(genkeyLine("k.p12", "NEW"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains(
            "there is no key store " + folder.resolve("k.p12") + ", but its last copy, " + backup,
            "copy it to the name of the key store",
            "first move it to another name or folder");
    assertThat(folder.resolve("k.p12")).doesNotExist();
    assertThat(backup).hasBinaryContent(before);
  }

  @Test
  void itsKeysAreImportedIntoANewStoreAndStayInTheBackup() throws IOException {
    byte[] before = Files.readAllBytes(backup);
    Result result =
        user.succeed(
            "importkey", "k.p12.bak", "--import-password-file", "pw", "--keystore", "k.p12");
    assertThat(result.err()).contains("k.p12.bak is the backup of the key store, and is left");
    assertThat(listed("k.p12")).contains(NAMES);
    assertThat(backup).hasBinaryContent(before);
    genkey("k.p12", "NEXT");
    assertThat(listed("k.p12.bak")).contains(NAMES);
  }

  @Test
  void itsKeysAreImportedIntoAStoreThatHasOthersAndStayInTheBackup() throws IOException {
    genkey("other.p12", "PRESENT");
    Files.move(folder.resolve("other.p12"), folder.resolve("k.p12"));
    byte[] before = Files.readAllBytes(backup);
    user.succeed("importkey", "k.p12.bak", "--import-password-file", "pw", "--keystore", "k.p12");
    assertThat(listed("k.p12")).contains(NAMES).contains("PRESENT");
    assertThat(backup).hasBinaryContent(before);
  }

  @Test
  void severalKeysAreImportedWithOneChange() throws IOException {
    Path source = Files.move(backup, folder.resolve("source.p12"));
    genkey("k.p12", "PRESENT");
    user.succeed(
        "importkey", source.toString(), "--import-password-file", "pw", "--keystore", "k.p12");
    assertThat(listed("k.p12")).contains(NAMES);
    assertThat(listed("k.p12.bak")).contains("PRESENT").doesNotContain(NAMES);
  }

  @Test
  void ofSeveralKeysNoneIsImportedIfOneIsThereAlready() throws IOException {
    Path source = Files.move(backup, folder.resolve("source.p12"));
    user.succeed("exportkey", "LOST4", "--keystore", "source.p12", "--output", "keys");
    user.succeed("importkey", "keys", "--keystore", "k.p12");
    Result result =
        user.run(
            "importkey", source.toString(), "--import-password-file", "pw", "--keystore", "k.p12");
    assertThat(result.err()).contains("holds this key already");
    assertThat(listed("k.p12")).doesNotContain("LOST1");
  }

  @Test
  void aPasswordFileIsNotReplacedWithABackup() throws IOException {
    Path password = Files.writeString(folder.resolve("s.p12.bak"), "a long secret\n");
    String[] line = genkeyLine("s.p12", "NEW");
    Result result =
        user.run(String.join(" ", line).concat(" --password-file s.p12.bak").split(" "));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains(password + " is no key store, and is not replaced")
        .contains("move that file to another name or folder");
    assertThat(password).hasContent("a long secret");
  }

  @Test
  void aStoreWithOneKeyHasHadNoStateBefore() {
    genkey("new/n.p12", "FIRST");
    assertThat(folder.resolve("new/n.p12")).exists();
    assertThat(folder.resolve("new/n.p12.bak")).doesNotExist();
  }

  @Test
  void aFolderWithTheStoreInItBringsNoDeletedKeysBack() throws IOException {
    Path keys = Files.createDirectory(folder.resolve("keys"));
    Files.move(backup, keys.resolve("k.p12"));
    Files.createSymbolicLink(folder.resolve("link.p12"), keys.resolve("k.p12"));
    user.succeed("deletekey", "--force", "LOST1", "--keystore", "link.p12");
    user.succeed("deletekey", "--force", "LOST2", "--keystore", "link.p12");
    user.succeed("exportkey", "LOST3", "--keystore", "link.p12", "--output", "keys");
    for (String store : List.of("keys/k.p12", "link.p12")) {
      Result result =
          user.run("importkey", "keys", "--import-password-file", "pw", "--keystore", store);
      assertThat(result.out())
          .contains("left out   k.p12: the key store that the keys go into")
          .contains("left out   k.p12.bak: a file of the key store k.p12")
          .contains("left out   k.p12.trash: a file of the key store k.p12")
          .contains("left out   k.p12.trash.bak: a file of the key store k.p12")
          .contains("0 keys of");
      assertThat(listed("link.p12")).contains("LOST3", "LOST4").doesNotContain("LOST1", "LOST2");
    }
  }

  @Test
  void noKeyIsExportedUnderANameThatBelongsToTheStore() throws IOException {
    Files.move(backup, folder.resolve("k.p12"));
    Files.createSymbolicLink(folder.resolve("link.p12"), folder.resolve("k.p12"));
    for (String name : List.of("k.p12.trash", "k.p12.bak", "k.p12.trash.bak", "k.p12.lock")) {
      for (String format : List.of("pem", "pkcs12")) {
        Result result =
            user.run(
                String.join(
                        " ",
                        "exportkey LOST1 --keystore link.p12 --export-password-file pw --format",
                        format,
                        "--output",
                        name)
                    .split(" "));
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--output would replace a file of the key store ");
        assertThat(folder.resolve(name)).doesNotExist();
      }
    }
    user.succeed("deletekey", "--force", "LOST1", "--keystore", "link.p12");
  }
}
