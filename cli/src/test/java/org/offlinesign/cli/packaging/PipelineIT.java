package org.offlinesign.cli.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.testing.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Runs the shell steps of the pipelines in {@code samples/ci}, one after the other, in a clone with
 * a zone. What the pipeline's server does is pretended: secrets, the fetching of the archive, and
 * the folder of the file that was signed last.
 */
class PipelineIT {
  private static final Path TREE = Path.of(System.getProperty("offlinesign.dist"));
  private static final Path SAMPLES = TREE.resolve("../../../samples/ci").normalize();
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder;
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path clone;

  @BeforeEach
  void giveThePipelineWhatItAsksFor() throws Exception {
    clone = Files.createDirectory(folder.resolve("clone"));
    Path zone = Files.createDirectory(clone.resolve("zones")).resolve("example.com.zone");
    Files.copy(SAMPLES.resolve("../../testzones/example.com.zone"), zone);
    CommandLineUser owner =
        new CommandLineUser(Files.createDirectory(folder.resolve("owner")))
            .at(Instant.now().minusSeconds(3600), ZoneOffset.UTC)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
    owner.succeed("genkey", "--zone", "example.com", "--alg", "13", "--flags", "KSK");
    owner.succeed("genkey", "--zone", "example.com", "--alg", "13");
    byte[] keys = Files.readAllBytes(owner.file("keys.p12"));
    Path archive = archive();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive));
    given.put("OFFLINESIGN_KEYSTORE_BASE64", Base64.getEncoder().encodeToString(keys));
    given.put("OFFLINESIGN_PASSWORD", "secret");
    given.put("OFFLINESIGN_ARCHIVE", "https://example.com/offlinesign.tar.gz");
    given.put("OFFLINESIGN_ARCHIVE_SHA256", HexFormat.of().formatHex(digest));
    Path others = Files.createDirectory(folder.resolve("others"));
    program(
        others.resolve("curl"),
        "while [ \"$1\" != --output ]; do shift; done; cp '" + archive + "' \"$2\"");
    environment.put("PATH", others + ":" + System.getenv("PATH"));
    environment.put("OFFLINESIGN_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
  }

  /** Makes an archive in which the launcher starts the tree that is tested. */
  private Path archive() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("packed/offlinesign-1/bin"));
    program(bin.resolve("offlinesign"), "exec '" + TREE.resolve("bin/offlinesign") + "' \"$@\"");
    Path archive = folder.resolve("packed/archive.tar.gz");
    new Program(Path.of("/bin/tar"))
        .run(folder.resolve("packed"), "-czf", archive.toString(), "offlinesign-1")
        .orFail();
    return archive;
  }

  @Test
  void theWorkflowOfGithubSigns() throws Exception {
    JsonNode jobs = yaml("github.yml").get("jobs");
    assertThat(namesOfSteps(jobs.get("lint"))).containsExactly("Install", "Lint");
    assertThat(namesOfSteps(jobs.get("sign")))
        .containsExactly("Install", "Sign", "Verify", "Compare");
    runJob("github.yml", "lint").orFail();
    runJob("github.yml", "sign").orFail();
    requireSignedZone();
    assertThat(Path.of(environment.get("RUNNER_TEMP")).resolve("keys")).doesNotExist();
  }

  private static List<String> namesOfSteps(JsonNode job) {
    List<String> names = new ArrayList<>();
    for (JsonNode step : job.get("steps")) {
      if (step.has("run")) {
        names.add(step.get("name").asString());
      }
    }
    return names;
  }

  /** Runs a job, up to the first step that fails, and returns how the last one ended. */
  private Program.Outcome runJob(String pipeline, String name) throws Exception {
    if (pipeline.equals("gitlab.yml")) {
      environment.putAll(given);
      return run(script(yaml(pipeline), name));
    }
    return runSteps(yaml(pipeline).get("jobs").get(name).get("steps"));
  }

  /** Runs the steps of a job of GitHub on a machine of its own. */
  private Program.Outcome runSteps(JsonNode steps) throws Exception {
    Path machine = Files.createTempDirectory(folder, "machine");
    Path added = Files.createFile(machine.resolve("path"));
    environment.put("RUNNER_TEMP", machine.toString());
    environment.put("GITHUB_PATH", added.toString());
    List<Program.Outcome> outcomes = new ArrayList<>();
    for (JsonNode step : steps) {
      boolean going = outcomes.stream().allMatch(outcome -> outcome.exitCode() == 0);
      if (step.has("run") && going) {
        environment.putAll(variablesOf(step));
        outcomes.add(run(step.get("run").asString()));
        takePath(added);
      }
    }
    return outcomes.get(outcomes.size() - 1);
  }

  @Test
  void thePipelineOfGitlabSigns() throws Exception {
    runJob("gitlab.yml", "lint").orFail();
    assertThat(clone.resolve("reports/lint-example.com.xml")).content().contains("<testsuite");
    runJob("gitlab.yml", "sign").orFail();
    assertThat(clone.resolve("reports/verify-example.com.xml")).content().contains("<testsuite");
    requireSignedZone();
    assertThat(clone.resolve("keys")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"github.yml", "gitlab.yml"})
  void aZoneWithAnErrorStopsThePipelineOnceAllAreChecked(String pipeline) throws Exception {
    for (String zone : List.of("a.example", "b.example")) {
      Files.writeString(clone.resolve("zones").resolve(zone + ".zone"), "@ MX 10 mail\n");
    }
    Program.Outcome lint = runJob(pipeline, "lint");
    assertThat(lint.exitCode()).isEqualTo(1);
    for (String zone : List.of("a.example", "b.example")) {
      if (pipeline.equals("github.yml")) {
        assertThat(lint.stdout()).contains("::error file=zones/" + zone + ".zone");
      } else {
        assertThat(clone.resolve("reports/lint-" + zone + ".xml")).content().contains("<failure");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"github.yml", "gitlab.yml"})
  void aSignedZoneThatIsAtFaultStopsThePipelineOnceAllAreVerified(String pipeline)
      throws Exception {
    Path zones = clone.resolve("zones");
    String zone = Files.readString(zones.resolve("example.com.zone"));
    runJob(pipeline, "lint").orFail();
    runJob(pipeline, "sign").orFail();
    Path signed = clone.resolve("signed/example.com.signed");
    Files.writeString(signed, Files.readString(signed).replaceAll("192\\.0\\.2\\.", "198.51.100."));
    // One that was never signed comes first.
    Files.writeString(zones.resolve("a.example.zone"), zone);
    environment.merge("PATH", TREE.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
    Program.Outcome verify = run(verification(pipeline));
    assertThat(verify.exitCode()).isEqualTo(1);
    String said =
        pipeline.equals("github.yml")
            ? verify.stdout()
            : Files.readString(clone.resolve("reports/verify-example.com.xml"));
    assertThat(said).contains("RRSIG_INVALID");
  }

  private static String verification(String pipeline) {
    JsonNode jobs = yaml(pipeline);
    boolean isGitlab = pipeline.equals("gitlab.yml");
    JsonNode steps = isGitlab ? jobs.path("sign").path("script") : jobs.at("/jobs/sign/steps");
    for (JsonNode step : steps) {
      String lines = isGitlab ? step.asString() : step.path("run").asString("");
      if (lines.contains("verifyzone")) {
        return lines;
      }
    }
    throw new AssertionError(pipeline + " verifies nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"github.yml", "gitlab.yml"})
  void theSerialNumberRisesAlthoughTheFileThatWasSignedLastIsLost(String pipeline)
      throws Exception {
    Path zone = clone.resolve("zones/example.com.zone");
    Files.writeString(zone, Files.readString(zone).replace("2026030101", "1"));
    long start = Instant.now().getEpochSecond();
    runJob(pipeline, "lint").orFail();
    runJob(pipeline, "sign").orFail();
    assertThat(serialNumber()).isBetween(start, Instant.now().getEpochSecond());
    runJob(pipeline, "sign").orFail();
    long last = serialNumber();
    Files.delete(clone.resolve("signed/example.com.signed"));
    // Twice within a second, the second time had to be counted up, and is ahead of the clock.
    while (Instant.now().getEpochSecond() <= last) {
      Thread.sleep(Duration.ofMillis(50).toMillis());
    }
    runJob(pipeline, "sign").orFail();
    assertThat(serialNumber()).isGreaterThan(last);
  }

  private long serialNumber() throws IOException {
    String signed = Files.readString(clone.resolve("signed/example.com.signed"));
    Matcher soa = Pattern.compile("\tSOA\t\\S+ \\S+ (\\d+) ").matcher(signed);
    assertThat(soa.find()).as("an SOA record in %s", signed).isTrue();
    return Long.parseLong(soa.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github.yml", "gitlab.yml"})
  void aZoneWhoseFileWasRemovedIsPublishedNoMore(String pipeline) throws Exception {
    Path signed = Files.createDirectory(clone.resolve("signed"));
    Path gone = Files.writeString(signed.resolve("gone.example.signed"), "; signed last week\n");
    runJob(pipeline, "lint").orFail();
    runJob(pipeline, "sign").orFail();
    requireSignedZone();
    assertThat(gone).doesNotExist();
  }

  /** What a job does: the lines of its template, and its own. */
  private static String script(JsonNode jobs, String name) {
    JsonNode job = jobs.get(name);
    List<String> lines = new ArrayList<>();
    jobs.get(job.get("extends").asString())
        .get("before_script")
        .forEach(l -> lines.add(l.asString()));
    job.get("script").forEach(line -> lines.add(line.asString()));
    return String.join("\n", lines);
  }

  private Map<String, String> variablesOf(JsonNode step) {
    Map<String, String> variables = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : step.path("env").properties()) {
      String name =
          entry.getValue().asString().replaceAll("^\\$\\{\\{ (?:vars|secrets)\\.(\\w+) }}$", "$1");
      assertThat(given).containsKey(name);
      variables.put(entry.getKey(), given.get(name));
    }
    return variables;
  }

  private void takePath(Path added) throws IOException {
    for (String path : Files.readAllLines(added)) {
      environment.merge("PATH", path, (before, more) -> more + ":" + before);
    }
    Files.writeString(added, "");
  }

  private Program.Outcome run(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("step"), script);
    return new Program(BASH).with(environment).run(clone, "-e", "-o", "pipefail", file.toString());
  }

  private void requireSignedZone() throws IOException {
    assertThat(clone.resolve("signed/example.com.signed")).content().contains("RRSIG");
    assertThat(clone.resolve("keysets/dsset-example.com")).content().contains(" DS ");
  }

  private static JsonNode yaml(String name) {
    return new YAMLMapper().readTree(SAMPLES.resolve(name).toFile());
  }

  private static void program(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
