package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;

/** What commands say of the work they did. */
class RunFiguresTest {
  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
  }

  private static Map<String, Object> runOf(Result result) throws IOException {
    return field(JSON.std.mapFrom(result.out()), "run");
  }

  @SuppressWarnings("unchecked") // An object of JSON is a map to the parser.
  private static Map<String, Object> field(Map<String, Object> parent, String name) {
    return (Map<String, Object>) Objects.requireNonNull(parent.get(name));
  }

  private static double number(Map<String, Object> parent, String name) {
    return ((Number) Objects.requireNonNull(parent.get(name))).doubleValue();
  }

  @SuppressWarnings("unchecked") // An array of objects is a list of maps to the parser.
  private static List<Map<String, Object>> stages(Result result) throws IOException {
    return (List<Map<String, Object>>) Objects.requireNonNull(runOf(result).get("stages"));
  }

  private static List<String> names(Result result) throws IOException {
    return stages(result).stream().map(stage -> String.valueOf(stage.get("name"))).toList();
  }

  private Result run(String command, String[] options, String... more) {
    return owner.run(ZoneOwner.line(new String[] {command}, ZoneOwner.line(options, more)));
  }

  @Test
  void signingIsToldStageByStage() throws IOException {
    Result result = owner.sign("--nsec3", "--zonemd", "--json");
    assertThat(names(result))
        .containsExactly(
            "read",
            "sort",
            "sign",
            "chain",
            "read-back",
            "sort",
            "digest",
            "read-back",
            "sort",
            "verify",
            "finish");
    List<Map<String, Object>> stages = stages(result);
    assertThat(stages.get(0))
        .containsEntry("records", 6)
        .containsEntry("octets", (int) Files.size(owner.file("db")));
    assertThat(String.valueOf(stages.get(0).get("file"))).endsWith("db");
    assertThat(stages.get(2)).containsEntry("records", 6).containsKey("signaturesPerSecond");
    assertThat(stages.get(3)).containsEntry("names", 4).containsEntry("signatures", 4);
    assertThat(stages).allSatisfy(stage -> assertThat(stage).containsKey("seconds"));
  }

  @Test
  void theSignaturesOfTheStagesAreThoseOfTheReport() throws IOException {
    Result result = owner.sign("--no-verify", "--json");
    assertThat(result.out()).containsPattern("\"octetsPerSecond\" : \\d+\\.\\d{3},");
    assertThat(names(result)).containsExactly("read", "sort", "sign", "finish");
    assertThat(stages(result).get(2).get("signatures"))
        .isEqualTo(JSON.std.mapFrom(result.out()).get("signatures"));
  }

  @Test
  void whatTheCommandAndTheProcessUsedIsTold() throws IOException {
    Map<String, Object> run = runOf(owner.sign("--threads", "2", "--memory", "64m", "--json"));
    assertThat(run)
        .containsEntry("threads", 2)
        .containsEntry("memory", (64 << 20) / 3)
        .containsEntry("spilled", 0)
        .containsEntry("temporaryDisk", 0)
        .containsKeys("seconds", "stages", "process");
    assertThat(number(field(run, "process"), "peakHeap"))
        .isBetween(1e6, (double) Runtime.getRuntime().maxMemory());
    assertThat(number(field(run, "process"), "seconds")).isPositive();
  }

  @Test
  void everyCommandThatReadsAZoneTellsItsStages() throws IOException {
    owner.sign();
    String[] zone = {"--zone", "example", "--json"};
    assertThat(names(run("verifyzone", zone, "db.signed")))
        .containsExactly("read", "sort", "verify");
    assertThat(names(run("checkzone", zone, "db.signed")))
        .containsExactly("read", "sort", "check", "sort", "targets");
    assertThat(names(run("comparezones", zone, "db", "db.signed")))
        .containsExactly("read", "sort", "read", "sort", "compare");
    String[] files = ZoneOwner.line(zone, "--input", "db.signed", "--output", "db.next");
    assertThat(names(run("unsignzone", files))).containsExactly("read", "finish");
    String[] keys =
        ZoneOwner.line(files, "--addkey", "Next", "--signkey", "KSK", "--signkey", "ZSK");
    assertThat(names(run("addkey", keys)))
        .containsExactly("read", "sort", "write", "read-back", "sort", "verify", "finish");
  }

  @Test
  void temporaryDiskIsToldWhereSomeWasUsed() throws IOException {
    Files.writeString(owner.file("db"), ZoneOwner.ZONE + "$GENERATE 1-30000 h$ A 192.0.2.1\n");
    String[] check = {"checkzone", "--zone", "example", "--memory", "1m", "--threads", "1", "db"};
    assertThat(owner.run(check).out()).containsPattern("\n  temporary disk at most \\d\\.\\d MB\n");
    Map<String, Object> run = runOf(owner.run(ZoneOwner.line(check, "--json")));
    assertThat(number(run, "temporaryDisk")).isBetween(250_000.0, number(run, "spilled"));
    assertThat(owner.run("checkzone", "--zone", "example", "db").out())
        .doesNotContain("temporary disk");
  }
}
