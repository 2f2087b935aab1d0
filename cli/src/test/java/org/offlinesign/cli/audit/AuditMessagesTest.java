package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.console.ExitCode;

class AuditMessagesTest {
  private static final String ZONE =
      "@ 3600 SOA ns hostmaster 1 7200 3600 1209600 3600\n@ 3600 NS ns\nns 3600 A 192.0.2.1\n";

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void prepare() {
    user = new CommandLineUser(folder);
  }

  private String refusal(ExitCode expected, String... words) {
    CommandLineUser.Result result = user.run(words);
    assertThat(result.exitCode()).isEqualTo(expected);
    return result.err();
  }

  @Test
  void behindTheEndOfOptionsAWordForHelpIsAFile() throws IOException {
    Files.writeString(folder.resolve("-h"), ZONE);
    String out =
        user.succeed("checkzone", "--zone", "example.", "--audit", "log", "--", "-h").out();
    assertThat(out).doesNotContain("Usage:");
    assertThat(Files.readAllLines(folder.resolve("log"))).hasSize(2);
    assertThat(user.succeed("checkzone", "-h", "--", "x").out()).contains("Usage:");
  }

  @Test
  void whatIsNoAuditLogIsCalledWhatItIs() throws IOException {
    Files.writeString(folder.resolve("zone"), ZONE);
    assertThat(refusal(ExitCode.USAGE, "listkeys", "--audit", ""))
        .startsWith("error: the audit log has no name");
    assertThat(refusal(ExitCode.ENVIRONMENT, "listkeys", "--audit", "."))
        .contains("it is a folder");
    assertThat(refusal(ExitCode.ENVIRONMENT, "listkeys", "--audit", "zone"))
        .contains("it is not an audit log; to protect it nothing is added");
    assertThat(refusal(ExitCode.ENVIRONMENT, "verifyaudit", "."))
        .contains("is a folder, and no audit log");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceIsNoAuditLog() {
    assertThat(refusal(ExitCode.ENVIRONMENT, "listkeys", "--audit", "/dev/null"))
        .contains("it is a device or a pipe");
  }

  @Test
  void aLineThatIsNotJsonIsAFaultThoughItsDigestFits() throws Exception {
    String line = "{\"sequence\":1,\"previous\":\"" + "0".repeat(64) + "\",nonsense";
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        folder.resolve("log"),
        line + ",\"digest\":\"" + HexFormat.of().formatHex(digest) + "\"}\n");
    assertThat(refusal(ExitCode.ZONE, "verifyaudit", "log"))
        .contains("error: line 1 is not JSON")
        .doesNotContain("Unexpected character");
    assertThat(user.run("verifyaudit", "log", "--json").out()).contains("\"notJson\" : 1");
  }

  @Test
  void aMissingPasswordFileIsCalledThat() {
    assertThat(
            refusal(ExitCode.ENVIRONMENT, "genkey", "--zone", "example.", "--password-file", "nix"))
        .contains("there is no password file " + folder.resolve("nix"));
  }

  @Test
  void aDamagedKeyStoreOfAStrangerIsNotSaidToHaveAnEarlierCopy() throws IOException {
    Files.writeString(folder.resolve("password"), "correct horse\n");
    Files.write(folder.resolve("bad.p12"), HexFormat.of().parseHex("3082010002010330"));
    assertThat(
            user.run(
                    "importkey",
                    "bad.p12",
                    "--import-password-file",
                    "password",
                    "--password-file",
                    "password")
                .err())
        .contains("bad.p12 is damaged")
        .contains("if offlinesign has written it, an earlier copy may");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void ofManyLogsFewAreOpen() throws IOException {
    Files.writeString(folder.resolve("zone"), ZONE);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines.append("checkzone --zone example. zone --audit log").append(i).append('\n');
    }
    Files.writeString(folder.resolve("lines"), lines);
    user.succeed("batch", "lines");
    assertThat(openLogs()).isBetween(1L, 32L);
    for (int i = 0; i < 60; i++) {
      assertThat(Files.readAllLines(folder.resolve("log" + i))).hasSize(2);
    }
  }

  private long openLogs() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(this::isOurs).count();
    }
  }

  private boolean isOurs(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(folder.toRealPath());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
