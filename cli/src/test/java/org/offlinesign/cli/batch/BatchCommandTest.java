package org.offlinesign.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.PipedText;

/** What a batch does with its lines, and how it tells of them. */
class BatchCommandTest {
  private static final String BATCH = "zones.batch";
  private static final String TIME = "\\(\\d+\\.\\d{3} s\\)";

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() {
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
  }

  private Result run(String lines, String... options) throws IOException {
    Files.writeString(folder.resolve(BATCH), lines);
    return user.run(
        Stream.concat(Stream.of("batch", BATCH), Stream.of(options)).toArray(String[]::new));
  }

  private void zone(String name) throws IOException {
    Files.writeString(
        folder.resolve(name),
        """
        $TTL 3600
        @ SOA ns hostmaster 1 7200 900 1209600 300
        @ NS ns
        ns A 192.0.2.1
        """);
  }

  private static String genkey(String zone) {
    return "genkey --alg 13 --flags KSK --zone " + zone + " --friendlyname " + zone + "\n";
  }

  private static String sign(String zone) {
    return "signzone --zone %1$s --input %1$s --output %1$s.signed --signkey-allrr %1$s\n"
        .formatted(zone);
  }

  @Test
  void keysAreMadeAndZonesSignedInOneRun() throws IOException {
    List<String> zones = IntStream.range(0, 6).mapToObj(i -> "z" + i).toList();
    StringBuilder lines = new StringBuilder("# keys first\n");
    for (String zone : zones) {
      zone(zone);
      lines.append(genkey(zone));
    }
    zones.forEach(zone -> lines.append(sign(zone)));
    Result result = run(lines.toString(), "--jobs", "4");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out().lines()).hasSize(12);
    assertThat(result.out())
        .matches(
            IntStream.range(0, 12)
                .mapToObj(
                    i ->
                        "zones\\.batch:"
                            + (i + 2)
                            + ": done: "
                            + (i < 6 ? "genkey" : "signzone")
                            + " z"
                            + i % 6
                            + "\\. "
                            + TIME
                            + "\n")
                .collect(Collectors.joining()));
    assertThat(result.err()).matches("zones\\.batch: 12 done, 0 failed in \\d+\\.\\d{3} s\n");
    for (String zone : zones) {
      user.succeed("verifyzone", "--zone", zone, zone + ".signed");
      assertThat(folder.resolve("dsset-" + zone)).isRegularFile();
    }
  }

  @Test
  void aLineThatFailsDoesNotStopTheOthersAndIsNamedAtTheEnd() throws IOException {
    zone("good");
    Files.writeString(folder.resolve("bad"), "@ SOA\n");
    Result result = run(genkey("bad") + genkey("good") + sign("bad") + sign("good"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .containsPattern("zones\\.batch:3: failed with 1: signzone bad\\. " + TIME)
        .containsPattern("zones\\.batch:4: done: signzone good\\. " + TIME);
    assertThat(result.err())
        .contains("zones.batch:3: ")
        .contains("bad:1:6: error: ")
        .contains("failed:\n  zones.batch:3: signzone bad.\nzones.batch: 3 done, 1 failed in ");
    assertThat(folder.resolve("good.signed")).isRegularFile();
    assertThat(folder.resolve("bad.signed")).doesNotExist();
  }

  @Test
  void theExitCodeIsTheHighestOfAllLines() throws IOException {
    zone("a");
    Files.writeString(folder.resolve("broken"), "@ SOA\n");
    Result result =
        run(
            "checkzone --zone broken broken\n"
                + genkey("a")
                + "listkeys --keystore missing.p12\n"
                + sign("a"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("zones.batch: 2 done, 2 failed");
  }

  @Test
  void onRequestNoLineIsBegunAfterOneThatFailed() throws IOException {
    zone("a");
    Result result =
        run(genkey("a") + "checkzone --zone a missing\nwait\n" + sign("a"), "--stop-on-error");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.out())
        .contains("zones.batch:3: not run: wait\nzones.batch:4: not run: signzone a.\n");
    assertThat(result.err()).contains("zones.batch: 1 done, 1 failed, 2 not run in ");
    assertThat(folder.resolve("a.signed")).doesNotExist();
  }

  @Test
  void aParentIsSignedAfterItsChildren() throws IOException {
    zone("child.example");
    Files.writeString(
        folder.resolve("example"),
        """
        $TTL 3600
        @ SOA ns hostmaster 1 7200 900 1209600 300
        @ NS ns
        ns A 192.0.2.1
        child NS ns
        """);
    String keys = genkey("child.example") + genkey("example");
    Result result = run(keys + sign("child.example") + sign("example"), "--jobs", "4");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("example.signed")).content().containsPattern("child.*\\sDS\\s");
  }

  @Test
  void bothSpellingsAndTheProgramsNameAreTaken() throws IOException {
    zone("a");
    Result result =
        run(
            "dnscmd /OfflineSign /GenKey /Alg rsasha256 /Length 1024 /Flags KSK /Zone a"
                + " /SSCert /FriendlyName KSK-a\n"
                + "offlinesign signzone --zone a --input a --output a.signed \\\n"
                + "    --signkey-allrr KSK-a\n"
                + "/OfflineSign /SignZone /input a /output a.again /zone a /signkey /cert"
                + " /friendlyname KSK-a\n");
    assertThat(result.out())
        .containsPattern("zones\\.batch:1: done: genkey a\\.")
        .containsPattern("zones\\.batch:2: done: signzone a\\.")
        .containsPattern("zones\\.batch:4: ");
    assertThat(folder.resolve("a.signed")).isRegularFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signzoen --zone a | 1: error: there is no command 'signzoen'",
        "unsignzone --zone a | 1: error: unsignzone needs --input FILE, --output FILE",
        "genkey --zoen a | 1: error: genkey has no option '--zoen'",
        "genkey --zone a --alg 99 | 1: error: --alg: '99' is not an algorithm",
        "genkey --zone 'a | 1:15: error: expected a closing quote",
        "genkey --zone $a | 1:15: error: a shell would replace '$'",
        "batch other.batch | 1: error: a batch cannot run another batch",
        "genkey --help | 1: error: --help is not for the lines of a batch",
        "signzone --zone a -h | 1: error: --help is not for the lines of a batch",
        "rollover | 1: error: 'rollover' needs a second word",
        "dnscmd /ZoneAdd a | 1: error: ",
        "offlinesign | 1: error: the line names no command",
        "checkzone --zone a - | 1: error: - is stdin or stdout",
        "signzone --zone a --input a --output - --smart | 1: error: - is stdin or stdout",
      })
  void aLineThatCannotBeRunIsToldBeforeAnythingIsDone(String lineAndError) throws IOException {
    String[] parts = lineAndError.split(" \\| ", 2);
    Result result = run(parts[0] + "\n" + genkey("b"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .startsWith("zones.batch:" + parts[1])
        .endsWith(
            """
            error: 1 line of zones.batch cannot be run
              nothing was done; mend what is told above and start again
            """);
    assertThat(result.out()).isEmpty();
    assertThat(folder.resolve("keys.p12")).doesNotExist();
  }

  @Test
  void allLinesThatCannotBeRunAreTold() throws IOException {
    Result result = run("one\n'two\ngenkey --zone a\n\nthree\n");
    assertThat(result.err())
        .contains("zones.batch:1: error: ", "zones.batch:2:1: error: ", "zones.batch:5: error: ")
        .contains("error: 3 lines of zones.batch cannot be run\n");
  }

  @Test
  void twoZonesAreNotWrittenIntoOneFile() throws IOException {
    String line = "signzone --smart --input a --output %s --zone %s\n";
    Result result = run(line.formatted("out", "a") + line.formatted("./out", "b"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains(
            "zones.batch:2: error: it writes the file ./out, as line 1 does for another zone");
  }

  @Test
  void theBatchMayComeFromStdinAndBeEmpty() {
    assertThat(user.typingIn("version\n").run("batch", "-").out())
        .containsPattern("^<stdin>:1: done: version " + TIME);
    Result empty = user.typingIn("# nothing\n").run("batch", "-");
    assertThat(empty.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(empty.err()).startsWith("<stdin>: 0 done, 0 failed in ");
  }

  @Test
  void quietTellsOfFailuresAlone() throws IOException {
    assertThat(run("version\n", "--quiet")).isEqualTo(new Result(ExitCode.DONE, "", ""));
    Result result = run("version\nlistkeys\n", "--quiet");
    assertThat(result.out()).startsWith("zones.batch:2: failed with 3: listkeys (");
    assertThat(result.err()).contains("zones.batch:2: error: there is no key store");
  }

  @Test
  void whatLinesPrintIsShownOnRequestAndForThoseThatFail() throws IOException {
    zone("a");
    assertThat(run("version\n").out()).doesNotContain("offlinesign");
    assertThat(run("version\n", "--reports").out()).contains("\n  offlinesign ");
    // The findings are on the stdout of verifyzone.
    assertThat(run("verifyzone --zone a a\n").out()).contains("DNSKEY");
  }

  @Test
  void warningsOfLinesThatAreDoneAreShownWithTheirPlaces() throws IOException {
    run(genkey("a"));
    assertThat(run(genkey("a")).err())
        .startsWith("zones.batch:1: warning: another key is called 'a' too");
  }

  @Test
  @SuppressWarnings("unchecked")
  void jsonTellsTheSame() throws IOException {
    Result result =
        run(
            "version\nwait\nchecka --zone a\n".replace("checka", "checkzone") + "listkeys\n",
            "--json");
    Map<String, Object> document = JSON.std.mapFrom(result.out());
    assertThat(document)
        .containsEntry("file", "zones.batch")
        .containsEntry("done", 2)
        .containsEntry("failed", 2)
        .containsEntry("notRun", 0)
        .containsEntry("exitCode", 3);
    List<Map<String, Object>> lines = (List<Map<String, Object>>) document.get("lines");
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .containsEntry("line", 1)
        .containsEntry("command", "version")
        .containsEntry("outcome", "done")
        .containsEntry("exitCode", 0)
        .doesNotContainKey("zone")
        .containsKeys("seconds", "output", "messages");
    assertThat(lines.get(2))
        .containsEntry("zone", "a.")
        .containsEntry("outcome", "failed")
        .containsEntry("exitCode", 2);
    assertThat((String) lines.get(3).get("messages")).startsWith("error: there is no key store");
  }

  @Test
  void keyStoreAndPasswordAreGivenOnce() throws IOException {
    user.with("OFFLINESIGN_PASSWORD", "").with("OFFLINESIGN_KEYSTORE", "");
    Files.writeString(folder.resolve("word"), "other secret\n");
    Result result =
        run(genkey("a") + genkey("b"), "--keystore", "other.p12", "--password-file", "word");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(user.succeed("listkeys", "--keystore", "other.p12", "--password-file", "word").out())
        .contains("a.", "b.");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPasswordInAPipeIsReadOnceForAllLines() throws IOException {
    user.with("OFFLINESIGN_PASSWORD", "");
    String lines = genkey("a") + "wait\n" + genkey("b") + "wait\nlistkeys\n";
    try (PipedText word = PipedText.of("secret\n")) {
      Result result = run(lines, "--password-file", word.path().toString());
      assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    }
    try (PipedText word = PipedText.of("wrong\n")) {
      Result later = run("listkeys\n", "--password-file", word.path().toString());
      assertThat(later.exitCode()).isEqualTo(ExitCode.KEYS);
    }
  }

  @Test
  void aPersonIsAskedOnce() throws IOException {
    run(genkey("a"));
    user.with("OFFLINESIGN_PASSWORD", "").answering("secret");
    Result result = run("listkeys --zone a\nlistkeys --zone b\nlistkeys\n");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(user.questions()).hasSize(1);
  }

  @Test
  void aLineSeesTheKeysThatEarlierLinesOfItsZoneHaveChanged() throws IOException {
    zone("a");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines.append("genkey --alg 13 --flags KSK --zone a --friendlyname K%d\n".formatted(i));
      lines.append(
          "signzone --zone a --input a --output a.%1$d --signkey-allrr K%1$d\n".formatted(i));
      lines.append("deletekey K%d --force\n".formatted(i));
    }
    Result result = run(lines.toString(), "--jobs", "8");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(user.succeed("listkeys", "--json").out()).doesNotContain("K0", "K4");
  }

  @Test
  void whatCannotBeABatchIsRefused() throws IOException {
    assertThat(user.run("batch").err()).startsWith("error: batch needs FILE\n");
    assertThat(user.run("batch", ".").exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(user.run("batch", "missing").err()).startsWith("error: there is no file or folder ");
    assertThat(run("version\n", "--jobs", "0").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("version\n", "--quiet", "--json").exitCode()).isEqualTo(ExitCode.USAGE);
    Files.write(folder.resolve(BATCH), new byte[] {'v', 0, '\n'});
    assertThat(user.run("batch", BATCH).err()).startsWith("error: zones.batch is not text");
    Files.write(folder.resolve(BATCH), new byte[] {(byte) 0xff, '\n'});
    assertThat(user.run("batch", BATCH).err()).startsWith("error: zones.batch is not UTF-8");
  }
}
