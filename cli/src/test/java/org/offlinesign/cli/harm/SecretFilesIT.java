package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** Watches the program make files that hold secrets, under any umask. */
class SecretFilesIT {
  private static final String SECRET = "keys\\.p12|\\.private|\\.pem|out\\.p12";

  @TempDir Path folder;
  private Path executable;

  @BeforeEach
  void writeThePassword() throws Exception {
    executable = Path.of(System.getProperty("offlinesign.dist")).resolve("bin/offlinesign");
    Path password = Files.writeString(folder.resolve("password"), "correct horse\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000", "777"})
  void filesWithSecretsAreTheirOwnersFromBirthWhateverTheUmask(String umask) throws Exception {
    run(umask, "genkey --zone x --alg 13 --friendlyname K");
    Files.setPosixFilePermissions(
        folder.resolve("keys.p12"), PosixFilePermissions.fromString("rw-r--r--"));
    Program.Outcome second = run(umask, "genkey --zone x --alg 13 --friendlyname L");
    assertThat(second.stderr()).contains("is open to others (rw-r--r--); chmod 600 closes it");
    run(umask, "exportkey K --format bind --output .");
    run(umask, "exportkey K --format pem --output k.pem");
    run(umask, "exportkey K --format pkcs12 --output out.p12 --export-password-file password");
    run(umask, "deletekey L");
    List<Path> files = secretFiles();
    assertThat(files).hasSize(7);
    for (Path file : files) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void noFileWithSecretsIsEverOpenedWithMoreThanItsOwnersMode() throws Exception {
    Program strace = Peers.require("strace");
    for (String line :
        List.of(
            "genkey --zone x --alg 13 --friendlyname K",
            "genkey --zone x --alg 13 --friendlyname L",
            "exportkey K --format bind --output .",
            "exportkey K --format pem --output k.pem",
            "deletekey L")) {
      String traced =
          "-f -qq -e trace=open,openat,creat,chmod,fchmod,fchmodat -o trace " + executable + " ";
      Program.Outcome outcome = strace.run(folder, (traced + line + options()).split(" "));
      assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
      List<String> made =
          Files.readString(folder.resolve("trace"))
              .lines()
              .filter(call -> call.contains("O_CREAT") && call.matches(".*(" + SECRET + ").*"))
              .toList();
      assertThat(made)
          .as(line)
          .isNotEmpty()
          .allMatch(call -> call.matches(".*, 0600(\\)| <unfinished).*"));
      assertThat(Files.readString(folder.resolve("trace")).lines())
          .noneMatch(call -> call.contains("chmod(") && call.matches(".*(" + SECRET + ").*"));
    }
  }

  private static String options() {
    return " --keystore keys.p12 --password-file password";
  }

  private Program.Outcome run(String umask, String line) throws Exception {
    return new Program(Path.of("/bin/sh"))
        .run(folder, "-c", "umask " + umask + "; exec " + executable + " " + line + options())
        .orFail();
  }

  private List<Path> secretFiles() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*(" + SECRET + ").*"))
          .collect(Collectors.toList());
    }
  }
}
