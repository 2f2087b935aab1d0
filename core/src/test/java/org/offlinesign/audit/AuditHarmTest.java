package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an audit log while its writers are killed and disks are full. */
class AuditHarmTest {
  private static final int ROUNDS = 5;
  private static final int WRITERS = 4;
  private static final int FOR_EVER = 1_000_000;

  @TempDir private Path folder;

  private Path log() {
    return folder.resolve("audit.log");
  }

  private AuditVerdict verify(Set<String> found) throws IOException {
    AuditVerifier verifier = new AuditVerifier(line -> found.add(line.digest().toString()));
    return verifier.verify(List.of(log()), LineDigest.NONE);
  }

  private Process start(String shell, int lines, Path told) throws IOException {
    String java =
        String.join(
            " ",
            "exec",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // It writes a file of its own otherwise, which must not be large here.
            "-XX:-UsePerfData -XX:TieredStopAtLevel=1 -cp",
            "'" + System.getProperty("java.class.path") + "'",
            AppendingProgram.class.getName(),
            log().toString(),
            "w",
            Integer.toString(lines));
    return new ProcessBuilder("sh", "-c", shell + java)
        .redirectOutput(told.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  @Test
  void everyLineThatWasToldOfIsThereHoweverManyWritersAreKilled() throws Exception {
    Random random = new Random(6);
    List<Path> told = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      List<Process> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        told.add(folder.resolve("told-" + round + "-" + i));
        writers.add(start("", FOR_EVER, told.get(told.size() - 1)));
      }
      awaitLines(told.get(told.size() - 1));
      for (Process writer : writers) {
        Thread.sleep(random.nextInt(50));
        writer.destroyForcibly().waitFor();
      }
    }
    Set<String> found = new HashSet<>();
    assertThat(verify(found).fault()).isEmpty();
    assertThat(told).hasSize(ROUNDS * WRITERS);
    for (Path file : told) {
      for (String line : wholeLines(file)) {
        assertThat(found).contains(line);
      }
    }
    assertThat(wholeLines(told.get(told.size() - 1))).isNotEmpty();
  }

  private static void awaitLines(Path file) throws Exception {
    for (int i = 0; i < 3000 && Files.size(file) == 0; i++) {
      Thread.sleep(10);
    }
    assertThat(file).isNotEmptyFile();
  }

  private static List<String> wholeLines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }

  @Test
  void aLineThatTheDiskHadNoRoomForIsToldOfByTheNext() throws Exception {
    Path told = folder.resolve("told");
    Process writer = start("ulimit -f 8; ", 100, told);
    assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(writer.exitValue()).isNotZero();
    assertThat(folder.resolve("err")).content().contains("File too large");
    List<String> acknowledged = wholeLines(told);
    Set<String> found = new HashSet<>();
    AuditVerdict verdict = verify(found);
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.notices()).hasSize(1);
    assertThat(found).hasSize(acknowledged.size()).containsAll(acknowledged);
    try (AuditLog log = new AuditLog(log())) {
      log.append("\"after\":\"room was made\"");
    }
    assertThat(verify(found).fault()).isEmpty();
    assertThat(verify(found).lines()).isEqualTo(acknowledged.size() + 1L);
    assertThat(Files.readString(log())).contains("\"torn\":{\"octets\":");
  }
}
