package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/**
 * Runs each sample as it stands, and looks at what it has published at each step. Where there are
 * servers, those about one zone are run with them, and looked at there.
 */
@Execution(ExecutionMode.CONCURRENT)
class SamplesIT {
  private static final Path SAMPLES =
      Path.of(System.getProperty("offlinesign.dist")).resolve("../../../samples").normalize();

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** What has tests of its own. */
  private static final List<String> OTHERS =
      List.of(
          "quickstart.sh",
          "sign-many-zones.sh",
          "benchmark.sh",
          "move-from-bind.sh",
          "move-from-windows.sh");

  private static final String OF_TWO_ZONES = "sign-parent-and-child.sh";

  @TempDir Path folder;

  static Stream<String> samples() {
    return PublishedSteps.SAMPLES.keySet().stream().sorted();
  }

  @Test
  void everySampleIsRunByATest() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Stream.concat(samples(), OTHERS.stream()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleRunsAsItStandsAndPublishesStepByStep(String name) throws Exception {
    assumeFalse(isRunWithServers(name), "SamplesServersIT runs it");
    Program.Outcome outcome = run(name);
    assertThat(outcome.orFail().stdout()).contains("\n# Done: ");
    assertThat(published()).containsExactlyElementsOf(PublishedSteps.SAMPLES.get(name));
  }

  private static boolean isRunWithServers(String name) {
    return !name.equals(OF_TWO_ZONES)
        && !"off".equals(System.getenv("OFFLINESIGN_INTEROP"))
        && Stream.of("nsd", "unbound", "delv").allMatch(peer -> Peers.find(peer).isPresent());
  }

  @Test
  void theZonesOfAFolderAreSignedAndSignedAgainWithTheSameKeys() throws Exception {
    Path zones = Files.createDirectory(folder.resolve("zones"));
    for (String zone : List.of("a.example", "b.example")) {
      Files.writeString(
          zones.resolve(zone + ".zone"), "$TTL 1h\n@ SOA ns.x. h.x. 1 3h 1h 2w 10m\n@ NS ns.x.\n");
    }
    Program sample =
        new Program(SAMPLES.resolve("sign-many-zones.sh"))
            .within(LIMIT)
            .with(
                Map.of(
                    "OFFLINESIGN_KEYSTORE",
                    folder.resolve("keys.p12").toString(),
                    "OFFLINESIGN_PASSWORD",
                    "secret"));
    assertThat(sample.run(folder, "zones").orFail().stdout())
        .contains("genkey --zone 'a.example'", "\n# Done: 2 signed zones are in ");
    assertThat(zones.resolve("b.example.signed")).content().contains("RRSIG");
    assertThat(sample.run(folder, "zones").orFail().stdout()).doesNotContain("genkey");
  }

  @ParameterizedTest
  @ValueSource(strings = {"move-from-bind.sh", "move-from-windows.sh"})
  void aMoveKeepsTheKeysAndWhatTheParentHas(String name) throws Exception {
    assertThat(run(name).orFail().stdout())
        .contains("\nofflinesign signzone --", "\n  valid          yes\n", "\n# Done: ");
    assertThat(published()).containsExactly("moved 2 2 1 1");
  }

  @Test
  void theBenchmarkComparesWhatIsInstalledAndCleansUp() throws Exception {
    Program.Outcome outcome =
        new Program(SAMPLES.resolve("benchmark.sh"))
            .within(LIMIT)
            .with(Map.of("OFFLINESIGN_SAMPLE_FOLDER", folder.resolve("scratch").toString()))
            .run(folder, "20", "1");
    assertThat(outcome.orFail().stdout())
        .containsPattern("\n  offlinesign +\\d+\\.\\d{3} +\\d+\\.\\d{3}")
        .containsPattern("\n  offlinesign and verify +\\d+\\.\\d{3}")
        .contains("# Verifying the signed zone, ", "\n# Done: ");
    for (String peer : List.of("dnssec-signzone", "kzonesign", "ldns-signzone", "kzonecheck")) {
      assertThat(outcome.stdout()).containsPattern("\n(  |# Left out: )" + peer);
    }
    try (Stream<Path> left = Files.list(folder.resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theBenchmarkRefusesWhatIsNoNumber() throws Exception {
    Program.Outcome outcome = new Program(SAMPLES.resolve("benchmark.sh")).run(folder, "many");
    assertThat(outcome.exitCode()).isEqualTo(4);
    assertThat(outcome.stderr()).contains("'many' is no number of names");
  }

  @Test
  void aSampleFailsWithWhatPublishesItsSteps() throws Exception {
    Program.Outcome outcome = sample("emergency-expired-signatures.sh", "exit 1").run(folder);
    assertThat(outcome.exitCode()).isNotZero();
    assertThat(outcome.stderr()).contains("failed at the step expired");
  }

  @Test
  void aSampleThatIsCalledWronglyExplainsItself() throws Exception {
    Program.Outcome outcome =
        new Program(SAMPLES.resolve("dnscmd-rollover-zsk-prepublish.sh")).run(folder, "example.");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.stderr()).contains("ZONE SIGNED-FILE KSK1 ZSK1 ZSK2");
  }

  private Program.Outcome run(String name) throws Exception {
    return sample(
            name,
            """
            count=$(ls "$OUT" | wc -l)
            mkdir "$OUT/$((count + 10))-$1"
            cp "$2" "$OUT/$((count + 10))-$1/zone"
            cp "$3" "$OUT/$((count + 10))-$1/ds"
            """)
        .run(folder);
  }

  private Program sample(String name, String hook) throws IOException {
    Path program = Files.writeString(folder.resolve("hook"), "#!/bin/sh\nset -e\n" + hook);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = new HashMap<>();
    environment.put("OUT", Files.createDirectory(folder.resolve("out")).toString());
    environment.put("OFFLINESIGN_STEP_HOOK", program.toString());
    environment.put("OFFLINESIGN_SAMPLE_FOLDER", folder.resolve("scratch").toString());
    environment.put("OFFLINESIGN_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    return new Program(SAMPLES.resolve(name)).within(LIMIT).with(environment);
  }

  private List<String> published() throws IOException {
    try (Stream<Path> steps = Files.list(folder.resolve("out"))) {
      List<String> descriptions = new ArrayList<>();
      for (Path step : steps.sorted().toList()) {
        String name = step.getFileName().toString().substring("10-".length());
        descriptions.add(
            PublishedSteps.description(name, step.resolve("zone"), step.resolve("ds")));
      }
      return descriptions;
    }
  }
}
