package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.offlinesign.testing.Program;

/**
 * Runs each sample as it stands, and looks at what it has published at each step: how many keys are
 * in the zone, how many of them sign the keys (every ZSK in use does, too) and the SOA record, and
 * how many DS records the parent has.
 */
@Execution(ExecutionMode.CONCURRENT)
class SamplesIT {
  private static final Path SAMPLES =
      Path.of(System.getProperty("offlinesign.dist")).resolve("../../../samples").normalize();

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** What each sample publishes: name, keys, keys that sign the DNSKEY RRset, the SOA, DS. */
  private static final Map<String, List<String>> PUBLISHED =
      Map.ofEntries(
          entry(
              "dnscmd-rollover-ksk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "dnscmd-rollover-zsk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 2 1",
              "zsk1-removed 2 2 1 1"),
          entry(
              "dnscmd-rollover-zsk-prepublish.sh",
              "signed 2 2 1 1",
              "zsk2-published 3 2 1 1",
              "zsk2-signs 3 2 1 1",
              "zsk1-removed 2 2 1 1"),
          entry("emergency-expired-signatures.sh", "expired 2 2 1 1", "signed-anew 2 2 1 1"),
          entry(
              "emergency-ksk.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "emergency-lost-ksk.sh",
              "signed 2 2 1 1",
              "ksk1-signature-kept 2 2 1 1",
              "ds-added 2 2 1 2",
              "ksk2-signs 2 2 1 2",
              "ds-removed 2 2 1 1"),
          entry("emergency-zsk.sh", "signed 2 2 1 1", "both-sign 3 3 2 1", "zsk1-removed 2 2 1 1"),
          entry("go-insecure.sh", "signed 2 2 1 1", "ds-removed 2 2 1 0", "unsigned 0 0 0 0"),
          entry(
              "rollover-algorithm.sh",
              "signed 2 2 1 1",
              "signatures-added 2 3 2 1",
              "keys-added 4 4 2 1",
              "ds-replaced 4 4 2 1",
              "keys-removed 2 3 2 1",
              "signatures-removed 2 2 1 1"),
          entry(
              "rollover-ksk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "rollover-ksk-prepublish.sh",
              "signed 2 2 1 1",
              "ds-added 2 2 1 2",
              "ksk2-signs 2 2 1 2",
              "ds-removed 2 2 1 1"),
          entry(
              "rollover-revoke-rfc5011.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 1 1",
              "signed-again 3 3 1 1",
              "signed-again 3 3 1 1",
              "ds-replaced 3 3 1 1",
              "ksk1-revoked 3 3 1 1",
              "signed-again 3 3 1 1",
              "signed-again 3 3 1 1",
              "ksk1-removed 2 2 1 1"),
          entry(
              "rollover-zsk-double-signature.sh",
              "signed 2 2 1 1",
              "both-sign 3 3 2 1",
              "zsk1-removed 2 2 1 1"),
          entry(
              "rollover-zsk-prepublish.sh",
              "signed 2 2 1 1",
              "zsk2-published 3 2 1 1",
              "zsk2-signs 3 2 1 1",
              "zsk1-removed 2 2 1 1"),
          entry("sign-parent-and-child.sh", "child-signed 2 2 1 0", "parent-signed 2 2 1 1"));

  @TempDir Path folder;

  static Stream<String> samples() {
    return PUBLISHED.keySet().stream().sorted();
  }

  @Test
  void everySampleIsRunByATest() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      samples(), Stream.of("quickstart.sh", "sign-many-zones.sh", "benchmark.sh"))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleRunsAsItStandsAndPublishesStepByStep(String name) throws Exception {
    Program.Outcome outcome = run(name);
    assertThat(outcome.orFail().stdout()).contains("\n# Done: ");
    assertThat(published()).containsExactlyElementsOf(PUBLISHED.get(name));
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

  private static Map.Entry<String, List<String>> entry(String name, String... steps) {
    return Map.entry(name, List.of(steps));
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
      return steps.sorted().map(SamplesIT::description).toList();
    }
  }

  private static String description(Path step) {
    List<String> zone = lines(step.resolve("zone"));
    List<String> ds = lines(step.resolve("ds"));
    return String.join(
        " ",
        step.getFileName().toString().substring("10-".length()),
        count(zone, "^@\\s.*\\sIN\\s+(DNSKEY\\s.*)$"),
        count(zone, "^@\\s.*\\sRRSIG\\s+DNSKEY \\d+ (?:\\d+ ){4}(\\d+) .*$"),
        count(zone, "^@\\s.*\\sRRSIG\\s+SOA \\d+ (?:\\d+ ){4}(\\d+) .*$"),
        count(ds, "^\\S+\\s.*IN\\s+DS\\s+(.*)$"));
  }

  /** Counts the different texts in the group of the lines that match. */
  private static String count(List<String> lines, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return Integer.toString(
        lines.stream()
            .map(pattern::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .collect(Collectors.toSet())
            .size());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
