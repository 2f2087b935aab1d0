package org.offlinesign.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final int LINES = 6;

  @TempDir private Path folder;

  private Path log() {
    return folder.resolve("audit.log");
  }

  private static List<LineDigest> write(Path file, int lines) throws Exception {
    List<LineDigest> digests = new ArrayList<>();
    try (AuditLog log = new AuditLog(file)) {
      for (int i = 0; i < lines; i++) {
        digests.add(log.append("\"what\":\"deed " + i + " é\\n\u2028\""));
      }
    }
    return digests;
  }

  private static AuditVerdict verify(Path... files) throws IOException {
    return new AuditVerifier(line -> {}).verify(List.of(files), LineDigest.NONE);
  }

  private List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(log()));
  }

  private AuditFault faultIn(List<String> lines) throws IOException {
    Files.write(log(), lines);
    return verify(log()).fault().orElseThrow();
  }

  /** Gives a changed line the digest that fits it, as somebody would who knows the format. */
  private static String forged(String line) {
    String digested = line.substring(0, line.lastIndexOf(",\"digest\""));
    byte[] octets = digested.getBytes(StandardCharsets.UTF_8);
    return digested + ",\"digest\":\"" + LineDigest.of(octets, 0, octets.length) + "\"}";
  }

  @Test
  void eachLineCarriesTheDigestOfTheOneBefore() throws Exception {
    List<LineDigest> digests = write(log(), LINES);
    AuditVerdict verdict = verify(log());
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.notices()).isEmpty();
    assertThat(verdict.lines()).isEqualTo(LINES);
    assertThat(verdict.head()).isEqualTo(digests.get(LINES - 1));
    assertThat(lines().get(0)).contains("\"sequence\":1,\"previous\":\"" + "0".repeat(64) + '"');
    assertThat(lines().get(3)).contains("\"previous\":\"" + digests.get(2) + '"');
  }

  @Test
  void aChangedLineIsFound() throws Exception {
    write(log(), LINES);
    for (int i = 0; i < LINES; i++) {
      List<String> lines = lines();
      List<String> changed = new ArrayList<>(lines);
      changed.set(i, lines.get(i).replace("deed", "dead"));
      assertThat(faultIn(changed).line()).isEqualTo(i + 1);
      Files.write(log(), lines);
    }
  }

  @Test
  void aChangedLineIsFoundThoughItsOwnDigestFits() throws Exception {
    write(log(), LINES);
    for (int i = 0; i < LINES - 1; i++) {
      List<String> lines = lines();
      List<String> changed = new ArrayList<>(lines);
      changed.set(i, forged(lines.get(i).replace("deed", "dead")));
      AuditFault fault = faultIn(changed);
      assertThat(fault.line()).isEqualTo(i + 2);
      assertThat(fault.message()).contains("was changed or replaced");
      Files.write(log(), lines);
    }
  }

  @Test
  void anyOctetThatIsChangedIsFound() throws Exception {
    write(log(), 3);
    byte[] right = Files.readAllBytes(log());
    for (int i = 0; i < right.length; i++) {
      byte[] changed = right.clone();
      changed[i] ^= 1;
      Files.write(log(), changed);
      AuditVerdict verdict = verify(log());
      boolean isLastLineEnd = i == right.length - 1;
      assertThat(verdict.fault().isPresent() || isLastLineEnd).as("octet " + i).isTrue();
    }
  }

  @Test
  void aMissingLineIsFound() throws Exception {
    write(log(), LINES);
    List<String> lines = lines();
    for (int i = 0; i < LINES - 1; i++) {
      List<String> rest = new ArrayList<>(lines);
      rest.remove(i);
      AuditFault fault = faultIn(rest);
      assertThat(fault.line()).isEqualTo(i + 1);
      assertThat(fault.message()).contains("line " + (i + 1) + " is missing");
    }
  }

  @Test
  void linesCutOutOfTheMiddleAreFound() throws Exception {
    write(log(), LINES);
    List<String> rest = lines();
    rest.subList(1, 4).clear();
    assertThat(faultIn(rest).toString())
        .endsWith("audit.log:2: lines 2 to 4 are missing before this one");
  }

  @Test
  void aCutTailIsSeenByTheHeadAlone() throws Exception {
    List<LineDigest> digests = write(log(), LINES);
    Files.write(log(), lines().subList(0, LINES - 1));
    AuditVerdict verdict = verify(log());
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.head()).isEqualTo(digests.get(LINES - 2));
  }

  @Test
  void anInsertedLineIsFound() throws Exception {
    write(log(), LINES);
    List<String> lines = lines();
    List<String> twice = new ArrayList<>(lines);
    twice.add(3, lines.get(2));
    assertThat(faultIn(twice).line()).isEqualTo(4);
    List<String> forged = new ArrayList<>(lines);
    forged.add(3, forged(lines.get(3).replace("deed", "dead")));
    assertThat(faultIn(forged).line()).isEqualTo(5);
    List<String> foreign = new ArrayList<>(lines);
    foreign.add(3, "{\"nothing\":\"of this log\"}");
    assertThat(faultIn(foreign).line()).isEqualTo(4);
    List<String> empty = new ArrayList<>(lines);
    empty.add(3, "");
    assertThat(faultIn(empty).line()).isEqualTo(4);
    List<String> last = new ArrayList<>(lines);
    last.add("no line");
    assertThat(faultIn(last).line()).isEqualTo(LINES + 1);
  }

  @Test
  void linesInAnotherOrderAreFound() throws Exception {
    write(log(), LINES);
    List<String> lines = lines();
    Collections.swap(lines, 2, 3);
    assertThat(faultIn(lines).line()).isEqualTo(3);
  }

  @Test
  void whereverALineIsTornTheNextOneSaysSoAndTheChainHolds() throws Exception {
    write(log(), 2);
    byte[] whole = Files.readAllBytes(log());
    int firstLine = Files.readAllLines(log()).get(0).getBytes(StandardCharsets.UTF_8).length + 1;
    for (int size = 0; size < whole.length; size++) {
      try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "rw")) {
        file.setLength(0);
        file.write(whole, 0, size);
      }
      boolean isTorn = size > 0 && size != firstLine - 1 && size != firstLine;
      boolean lineIsWhole = size == whole.length - 1;
      AuditVerdict before = verify(log());
      assertThat(before.fault()).as("cut at " + size).isEmpty();
      boolean isNoticed = (isTorn && !lineIsWhole) || size == 0;
      assertThat(before.notices()).as("cut at " + size).hasSize(isNoticed ? 1 : 0);
      write(log(), 1);
      AuditVerdict after = verify(log());
      assertThat(after.fault()).as("cut at " + size).isEmpty();
      assertThat(after.notices()).as("cut at " + size).hasSize(isTorn && !lineIsWhole ? 1 : 0);
      assertThat(after.lines()).isEqualTo(lineIsWhole ? 3 : size >= firstLine - 1 ? 2 : 1);
    }
  }

  @Test
  void halfALineThatWasChangedOrTakenAwayIsFound() throws Exception {
    write(log(), 2);
    Files.writeString(log(), "{\"sequence\":3,\"prev", StandardOpenOption.APPEND);
    write(log(), 1);
    Files.writeString(log(), "\n\n{\"seq", StandardOpenOption.APPEND);
    write(log(), 1);
    assertThat(verify(log()).fault()).isEmpty();
    List<String> lines = lines();
    assertThat(lines).hasSize(8);
    List<String> changed = new ArrayList<>(lines);
    changed.set(2, "{\"sequence\":3,\"prew");
    assertThat(faultIn(changed).line()).isEqualTo(3);
    List<String> taken = new ArrayList<>(lines);
    taken.remove(2);
    assertThat(faultIn(taken).toString())
        .endsWith(":3: half a line that stood before this one is missing");
  }

  @Test
  void twentyProgramsAtOnceMakeOneChain() throws Exception {
    int programs = 20;
    int lines = 25;
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < programs; i++) {
      running.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xshare:auto",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  AppendingProgram.class.getName(),
                  log().toString(),
                  "program " + i,
                  Integer.toString(lines))
              .inheritIO()
              .start());
    }
    for (Process process : running) {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    AuditVerdict verdict = verify(log());
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.notices()).isEmpty();
    assertThat(verdict.lines()).isEqualTo((long) programs * lines);
  }

  @Test
  void twentyThreadsAtOnceMakeOneChain() throws Exception {
    int threads = 20;
    int lines = 20;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (AuditLog log = new AuditLog(log())) {
      List<Callable<LineDigest>> all = new ArrayList<>();
      for (int i = 0; i < threads * lines; i++) {
        String content = "\"line\":" + i;
        all.add(() -> log.append(content));
      }
      for (Future<LineDigest> added : pool.invokeAll(all)) {
        assertThat(added.get()).isNotNull();
      }
    } finally {
      pool.shutdown();
    }
    assertThat(verify(log()).fault()).isEmpty();
    assertThat(verify(log()).lines()).isEqualTo((long) threads * lines);
  }

  @Test
  void theFileIsItsOwnersFromBirth() throws Exception {
    write(log(), 1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log())))
        .isEqualTo("rw-------");
  }

  @Test
  void linksAndOtherFilesAreLeftAlone() throws Exception {
    Path other = Files.writeString(folder.resolve("example.zone"), "example. NS ns.example.\n");
    Path link = Files.createSymbolicLink(folder.resolve("link"), other);
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none"));
    for (Path file : List.of(other, link, dangling, folder)) {
      try (AuditLog log = new AuditLog(file)) {
        assertThatThrownBy(() -> log.append("\"a\":1")).isInstanceOf(AuditLogException.class);
      }
    }
    assertThat(other).hasContent("example. NS ns.example.\n");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void aLogThatIsRenamedIsLeftAndAnotherBegun() throws Exception {
    Path old = folder.resolve("audit.log.1");
    try (AuditLog log = new AuditLog(log())) {
      log.append("\"a\":1");
      Files.move(log(), old);
      log.append("\"a\":2");
    }
    assertThat(verify(old).lines()).isEqualTo(1);
    assertThat(verify(log()).lines()).isEqualTo(1);
    assertThat(verify(old, log()).notices()).hasSize(1);
  }

  @Test
  void aNewFileThatBeginsWithTheLastLineOfTheOldOneGoesOnWithItsChain() throws Exception {
    List<LineDigest> digests = write(log(), 3);
    Path old = Files.move(log(), folder.resolve("audit.log.1"));
    List<String> oldLines = Files.readAllLines(old);
    Files.write(log(), oldLines.subList(2, 3));
    List<LineDigest> more = write(log(), 2);
    AuditVerdict both = verify(old, log());
    assertThat(both.fault()).isEmpty();
    assertThat(both.notices()).isEmpty();
    assertThat(both.lines()).isEqualTo(5);
    assertThat(both.head()).isEqualTo(more.get(1));
    assertThat(verify(log()).fault().orElseThrow().message()).contains("lines 1 to 2 are missing");
    AuditVerifier verifier = new AuditVerifier(line -> {});
    assertThat(verifier.verify(List.of(log()), digests.get(2)).fault()).isEmpty();
    assertThat(verifier.verify(List.of(log()), digests.get(1)).fault()).isEmpty();
    assertThat(verifier.verify(List.of(log()), digests.get(0)).fault()).isPresent();
    Files.write(old, oldLines.subList(0, 2));
    Files.write(log(), Files.readAllLines(log()).subList(1, 3));
    assertThat(verify(old, log()).fault().orElseThrow().message())
        .isEqualTo("line 3 is missing before this one");
  }

  @Test
  void whoHoldsTheLockForEverIsWaitedForNoLongerThanThat() throws Exception {
    write(log(), 1);
    try (AuditLog log = new AuditLog(log(), Duration.ofMillis(50));
        RandomAccessFile other = new RandomAccessFile(log().toFile(), "rw")) {
      other.getChannel().lock();
      assertThatThrownBy(() -> log.append("\"a\":1"))
          .isInstanceOf(AuditLogException.class)
          .hasMessageContaining("lock");
    }
    assertThat(verify(log()).lines()).isEqualTo(1);
  }
}
