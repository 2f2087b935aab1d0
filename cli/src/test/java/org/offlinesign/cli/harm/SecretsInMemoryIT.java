package org.offlinesign.cli.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.testing.Program;

/** Dumps the memory of the program while it signs, and looks for the password in it. */
class SecretsInMemoryIT {
  private static final String PASSWORD = "Marker-7Qx9-vLw3";
  private static final String ZONE = "$TTL 1h\n@ SOA ns.x. h.x. 1 3h 1h 2w 10m\n@ NS ns.x.\n";
  private static final int ATTEMPTS = 40;

  @TempDir Path folder;
  private Path executable;
  private static final Duration OPENING = Duration.ofSeconds(2);

  private Process signing;

  @BeforeEach
  void makeAKey() throws Exception {
    executable = Path.of(System.getProperty("offlinesign.dist")).resolve("bin/offlinesign");
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    for (String line :
        List.of(
            "genkey --zone x --alg 8 --length 2048 --friendlyname K",
            "exportkey K --format pem --output key.pem")) {
      run((line + " --keystore keys.p12 --password-file password").split(" "));
    }
  }

  private void run(String... arguments) throws Exception {
    new Program(executable).run(folder, arguments).orFail();
  }

  @AfterEach
  void endTheProcess() {
    if (signing != null) {
      signing.destroyForcibly();
    }
  }

  @Test
  void noDumpOfTheMemoryHoldsThePassword() throws Exception {
    signing = start("signzone --zone x --input - --output s --signkey-allrr K --no-verify");
    Path dump = dumpOfAProcessThatHoldsTheKey();
    assertThat(Traces.ofPassword(PASSWORD).in(dump)).as("in the heap").isEmpty();
    Path limits = Path.of("/proc", Long.toString(signing.pid()), "limits");
    if (Files.exists(limits)) {
      assertThat(Files.readString(limits)).containsPattern("Max core file size +0 +0 +bytes");
    }
    finish();
    assertThat(folder.resolve("s")).isNotEmptyFile();
  }

  private Process start(String line) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", "ulimit -S -c unlimited; exec \"$0\" \"$@\"", executable.toString());
    builder.command().addAll(List.of(line.split(" ")));
    builder.environment().putAll(Map.of("OFFLINESIGN_KEYSTORE", "keys.p12", "LC_ALL", "C.UTF-8"));
    builder.environment().put("OFFLINESIGN_PASSWORD_FILE", "password");
    // A small heap makes for small dumps.
    builder.environment().put("OFFLINESIGN_JAVA_OPTS", "-Xmx48m");
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return builder.directory(folder.toFile()).start();
  }

  /** Waits until the key is in the memory, or no password could be either. */
  private Path dumpOfAProcessThatHoldsTheKey() throws Exception {
    Program jcmd = new Program(Path.of(System.getProperty("java.home"), "bin", "jcmd"));
    Traces key = Traces.ofOctets(middleOfThePrivateKey());
    Path dump = folder.resolve("heap.hprof");
    boolean cameBefore = false;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Thread.sleep(250);
      Files.deleteIfExists(dump);
      // -all: garbage too, which may lie there for as long as the process lives.
      Program.Outcome outcome =
          jcmd.run(folder, Long.toString(signing.pid()), "GC.heap_dump", "-all", dump.toString());
      if (outcome.exitCode() == 0 && !key.in(dump).isEmpty()) {
        if (cameBefore) {
          return dump;
        }
        // The key store may still be being opened, with the password; after that stdin is awaited.
        cameBefore = true;
        Thread.sleep(OPENING.toMillis());
      }
    }
    throw new AssertionError(
        "the key never came: " + Files.readString(folder.resolve("err")) + signing.info());
  }

  private byte[] middleOfThePrivateKey() throws Exception {
    String pem = Files.readString(folder.resolve("key.pem"));
    byte[] der =
        Base64.getMimeDecoder()
            .decode(pem.replaceAll("-----[A-Z ]+-----", "").getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOfRange(der, der.length / 2, der.length / 2 + 64);
  }

  private void finish() throws Exception {
    try (OutputStream zone = signing.getOutputStream()) {
      zone.write(ZONE.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(signing.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(signing.exitValue()).as(Files.readString(folder.resolve("err"))).isZero();
  }
}
