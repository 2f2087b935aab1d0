package org.offlinesign.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** How commands come by the password of the key store. */
class PasswordTest {
  private static final String[] GENKEY = {"genkey", "--zone", "example", "--length", "512"};

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() {
    user = new CommandLineUser(folder);
  }

  @Test
  void withoutAConsoleNobodyIsAskedAndTheWaysAreNamed() {
    Result result = user.run(GENKEY);
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains("needs a password")
        .contains("--password-file")
        .contains("OFFLINESIGN_PASSWORD_FILE");
    assertThat(user.file("home")).doesNotExist();
  }

  @Test
  void aNewStoreAsksTwiceAndAnOldOneOnce() {
    user.answering("secret", "secret", "secret").succeed(GENKEY);
    assertThat(user.questions()).hasSize(2);
    user.succeed("listkeys");
    assertThat(user.questions()).hasSize(3);
  }

  @Test
  void passwordsThatDifferMakeNoStore() {
    Result result = user.answering("secret", "sceret").run(GENKEY);
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("the two passwords differ");
    assertThat(user.file("home/MS-DNSSEC.p12")).doesNotExist();
  }

  @Test
  void theOptionGoesBeforeTheVariablesAndTheConsole() throws IOException {
    Files.writeString(user.file("right"), "secret\r\nnot this line\n");
    Files.writeString(user.file("wrong"), "other");
    user.with("OFFLINESIGN_PASSWORD", "secret").succeed(GENKEY);

    user.with("OFFLINESIGN_PASSWORD", "other").with("OFFLINESIGN_PASSWORD_FILE", "wrong");
    Result refused = user.answering("secret").run("listkeys");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err())
        .contains("wrong password for ")
        .contains("taken from the file that OFFLINESIGN_PASSWORD_FILE names");
    user.succeed("listkeys", "--password-file", "right");
    user.with("OFFLINESIGN_PASSWORD_FILE", "right").succeed("listkeys");
    assertThat(user.questions()).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfThePassword() throws IOException {
    Files.writeString(user.file("notepad.txt"), "\uFEFFsecret\r\n");
    user.with("OFFLINESIGN_PASSWORD", "secret").succeed(GENKEY);
    user.succeed("listkeys", "--password-file", "notepad.txt");
  }

  @Test
  void aFolderIsNamedWhereAFileIsMeant() throws IOException {
    Files.createDirectory(user.file("folder"));
    Result password = user.run("genkey", "--zone", "example", "--password-file", "folder");
    assertThat(password.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(password.err()).containsPattern("the password file .*folder is a folder");
    Result store = user.run("listkeys", "--keystore", "folder");
    assertThat(store.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(store.err()).containsPattern("the key store .*folder is a folder");
  }

  @Test
  void aPasswordFileMustHoldOne() throws IOException {
    Files.writeString(user.file("empty"), "\nsecret\n");
    Result empty = user.run("genkey", "--zone", "example", "--password-file", "empty");
    assertThat(empty.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(empty.err()).contains("the first line of the password file");
    Result missing = user.run("genkey", "--zone", "example", "--password-file", "nowhere");
    assertThat(missing.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(missing.err()).contains("there is no password file ").contains("nowhere");
  }

  @Test
  void aFileThatIsNoPasswordFileIsReadNoFurtherThanItsFirstLineMayGo() throws IOException {
    Path huge = user.file("huge");
    Files.write(huge, new byte[0]);
    try (FileChannel sparse = FileChannel.open(huge, StandardOpenOption.WRITE)) {
      sparse.write(ByteBuffer.wrap("x".repeat(5000).getBytes(StandardCharsets.US_ASCII)));
      sparse.write(ByteBuffer.wrap(new byte[1]), 1L << 33);
    }
    Result result = user.run("genkey", "--zone", "example", "--password-file", "huge");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("huge is longer than 4096 octets");

    Files.writeString(huge, "secret\n" + "x".repeat(1 << 20));
    user.with("OFFLINESIGN_PASSWORD", "secret").succeed(GENKEY);
    user.succeed("listkeys", "--password-file", "huge");
  }

  @Test
  void textOfAnotherEncodingIsNotTakenForAPassword() throws IOException {
    Files.write(user.file("utf-16"), "secret\r\n".getBytes(StandardCharsets.UTF_16LE));
    Files.write(user.file("latin"), "secr\u00e9t\n".getBytes(StandardCharsets.ISO_8859_1));
    for (String file : List.of("utf-16", "latin")) {
      Result result = user.run("genkey", "--zone", "example", "--password-file", file);
      assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
      assertThat(result.err()).contains(file + " is not UTF-8 text").doesNotContain("secr\u00e9t");
    }
  }

  @Test
  void aShortPasswordOfANewStoreIsWarnedAbout() throws IOException {
    Result shortOne = user.with("OFFLINESIGN_PASSWORD", "12345").succeed(GENKEY);
    assertThat(shortOne.err()).contains("warning: the password of ", "fewer than 6 characters");
    assertThat(user.succeed("listkeys").err()).doesNotContain("fewer than");
    user.with("OFFLINESIGN_PASSWORD", "123456").with("OFFLINESIGN_KEYSTORE", "other.p12");
    assertThat(user.succeed(GENKEY).err()).doesNotContain("fewer than");
  }

  @Test
  void aPasswordFileThatOthersCanReadIsWarnedAboutOnceInABatch() throws IOException {
    Path file = Files.writeString(user.file("word"), "long enough\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    user.with("OFFLINESIGN_PASSWORD_FILE", "word");
    String warning = "word is open to others (rw-r-----); chmod 600 closes it";
    assertThat(user.succeed(GENKEY).err()).contains("warning: the password file ", warning);
    String err = user.typingIn("listkeys\nlistkeys\nlistkeys\n").succeed("batch", "-").err();
    assertThat(err.split(Pattern.quote(warning), -1)).hasSize(2);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(user.succeed("listkeys").err()).doesNotContain("open to others");
  }
}
