package org.offlinesign.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.offlinesign.cli.console.ExitCode;

class MeantKeysTest extends AuditFixture {
  @BeforeEach
  void makeKeys() {
    user.succeed(words("genkey --zone example. --alg ed25519 --friendlyname a"));
    user.succeed(words("genkey --zone example. --alg ed25519 --friendlyname b"));
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  private List<String> keysOfLastLine() throws IOException {
    return AuditedUser.list(audit.lastLine(), "keys").stream()
        .map(key -> key.get("name") + " use " + key.get("use") + " meant " + key.get("meant"))
        .toList();
  }

  @Test
  void aKeyThatIsNotExportedIsNotToldAsExported() throws IOException {
    Files.writeString(folder.resolve("a.pem"), "in the way");
    assertThat(user.run(words("exportkey a --format pem --output a.pem")).exitCode())
        .isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(keysOfLastLine()).containsExactly("a use null meant exported");
  }

  @Test
  void ofTwoKeysTheOneThatWasExportedIsTold() throws IOException {
    user.succeed(words("exportkey b"));
    String name;
    try (Stream<Path> files = Files.list(folder)) {
      name =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".key"))
              .findFirst()
              .orElseThrow();
    }
    Files.writeString(folder.resolve(name), "in the way");
    assertThat(user.run(words("exportkey a b")).exitCode()).isNotEqualTo(ExitCode.DONE);
    assertThat(keysOfLastLine())
        .containsExactly("a use exported meant null", "b use null meant exported");
    assertThat(Files.readString(folder.resolve("audit.log"))).contains("outputs");
  }

  @Test
  void aKeyThatSignsNothingIsNotToldAsSigning() throws IOException {
    String common = " --input nix.zone --output signed --zone example. ";
    user.run(words("signzone" + common + "--signkey a --signkey b"));
    assertThat(keysOfLastLine())
        .containsExactly("a use null meant signs", "b use null meant signs");
    user.run(words("addkey" + common + "--addkey a"));
    assertThat(keysOfLastLine()).containsExactly("a use null meant published");
  }
}
