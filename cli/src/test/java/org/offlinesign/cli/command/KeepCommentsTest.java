package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** A zone file whose comments its owner wants to find again in what is written. */
class KeepCommentsTest {
  private static final String KEEP = "--keep-comments";
  private static final String[] KEYS = {"--signkey", "KSK", "--signkey", "ZSK"};
  private static final String ZONE =
      "; The example\n"
          + ZoneOwner.ZONE
              .replace(" 7200 900", " ( ; serial\n 7200 900")
              .replace(" 300\n", " 300 )\n; Servers\n")
              .replace("192.0.2.2\n", "192.0.2.2 ; the \"web\n")
          + "; End \\\n";

  @TempDir Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
    Files.writeString(owner.file("db"), ZONE);
  }

  /** Returns the lines of a file that have comments or are some, without the seal. */
  private List<String> commented(String file) throws IOException {
    return Files.readAllLines(owner.file(file), StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.contains(";") && !line.startsWith("; offlinesign-seal "))
        .map(line -> line.replace('\t', ' '))
        .toList();
  }

  private static List<String> commented(int serial) {
    return List.of(
        "; The example",
        "@ 3600 IN SOA ns1.example. hostmaster.example. "
            + serial
            + " 7200 900 1209600 300 ; serial",
        "; Servers",
        "www 3600 IN A 192.0.2.2 ; the \"web",
        "; End \\");
  }

  private static void assertDone(Result result) {
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void signingAgainAndAgainLeavesThemAsTheyAre() throws IOException {
    assertDone(owner.sign(KEEP));
    assertThat(commented("db.signed")).isEqualTo(commented(42));
    for (int serial = 43; serial < 46; serial++) {
      Files.move(
          owner.file("db.signed"), owner.file("before"), StandardCopyOption.REPLACE_EXISTING);
      assertDone(owner.signFile("before", "db.signed", KEEP));
      assertThat(commented("db.signed")).isEqualTo(commented(serial));
    }
    assertDone(owner.run("verifyzone", "--zone", "example", "db.signed"));
    assertDone(owner.sign());
    assertThat(commented("db.signed")).isEmpty();
  }

  @Test
  void theRecordsAreTheSameAsWithoutThem() throws IOException {
    String[] same = {"--start", "20260101000000Z", "--end", "20260401000000Z"};
    assertDone(owner.signFile("db", "plain", same));
    assertDone(owner.signFile("db", "kept", ZoneOwner.line(same, KEEP)));
    String withoutComments =
        Files.readAllLines(owner.file("kept")).stream()
            .filter(line -> !line.startsWith(";"))
            .map(line -> line.replaceFirst(" ;.*", ""))
            .collect(Collectors.joining("\n"));
    assertThat(withoutComments.lines())
        .containsExactlyElementsOf(
            Files.readAllLines(owner.file("plain")).stream()
                .filter(line -> !line.startsWith("; offlinesign-seal "))
                .toList());
    assertDone(owner.run("comparezones", "--zone", "example", "kept", "db"));
  }

  @Test
  void aCommentThatChangesCostsNoSignature() throws IOException {
    String[] again = {KEEP, "--soaserial", "keep", "--quiet"};
    assertDone(owner.sign(again));
    Files.writeString(owner.file("db"), ZONE.replace("; the \"web", ";").replace("; End", "; end"));
    String[] previous = ZoneOwner.line(again, "--previous", "db.signed", "--json");
    Result result = owner.sign(previous);
    assertDone(result);
    assertThat(result.out()).containsPattern("\"made\" : 0,\\s+\"dropped\" : 0");
    assertThat(commented("db.signed")).contains("www 3600 IN A 192.0.2.2 ;", "; end \\");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          signzone --output out --format windows      | --format windows is what Windows DNS
          signzone --output out --dnssec-only         | --dnssec-only leaves the zone file as it is
          signzone --in-place-include                 | --in-place-include leaves the zone file as
          addkey --output out --format windows        | --format windows is what Windows DNS
          unsignzone --output out --format windows    | --format windows is what Windows DNS
          rollover next --output out --format windows | --format windows is what Windows DNS
          """)
  void whereTheyHaveNoPlaceTheyAreRefused(String line, String message) {
    Result result =
        owner.run(ZoneOwner.line(line.split(" "), "--input", "db", "--zone", "example", KEEP));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("error: " + message).contains("leave --keep-comments out");
    assertThat(owner.file("out")).doesNotExist();
    assertThat(owner.file("db.dnssec")).doesNotExist();
  }

  @Test
  void aWarningTellsWhereThereAreTooMany() throws IOException {
    Files.writeString(owner.file("db"), ";" + "x".repeat(70_000) + "\n" + ZONE);
    Result result = owner.sign(KEEP);
    assertDone(result);
    assertThat(result.err()).contains("db:1:1: warning: a comment was left out: all comments");
    assertThat(commented("db.signed")).isEqualTo(commented(42));
  }

  @Test
  void stepsOfARolloverKeepThem() throws IOException {
    RolloverOwner rollover = new RolloverOwner(Files.createDirectory(folder.resolve("rollover")));
    Files.writeString(rollover.file("db"), ZONE);
    Result result = rollover.next("zsk-prepublish", KEEP);
    assertDone(result);
    assertThat(result.out()).contains("--output db.signed --keep-comments");
    assertThat(Files.readString(rollover.file("db.signed")))
        .contains(
            "\n; The example\n@\t", " 300 ; serial\n", "; Servers\n", "\n; End \\\n; offline");
  }

  @Test
  void theWayBackKeepsThem() throws IOException {
    assertDone(owner.sign(KEEP));
    String[] line = {"--input", "db.signed", "--zone", "example", KEEP};
    assertDone(
        owner.run(ZoneOwner.line(new String[] {"unsignzone", "--output", "db.plain"}, line)));
    assertThat(commented("db.plain")).isEqualTo(commented(42));
    assertThat(Files.readString(owner.file("db.plain")))
        .doesNotContain("seal")
        .endsWith("End \\\n");
  }

  @Test
  void publishingAKeyKeepsThem() throws IOException {
    assertDone(owner.sign(KEEP));
    String[] line = {"addkey", "--input", "db.signed", "--output", "db.next", "--zone", "example"};
    String[] keys = ZoneOwner.line(line, "--addkey", "Next", KEEP);
    assertDone(owner.run(ZoneOwner.line(keys, KEYS)));
    assertThat(commented("db.next")).isEqualTo(commented(43));
    assertThat(Files.readString(owner.file("db.next"))).endsWith("\n; End \\\n");
    assertDone(owner.run("verifyzone", "--zone", "example", "db.next"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--format text --nsec", "--format full --nsec", "--format full --nsec3 --zonemd"})
  void otherProgramsReadPastThem(String options) throws Exception {
    owner.at(Instant.now(), ZoneOffset.UTC);
    Files.write(owner.file("db"), (ZONE + oddComments()).getBytes(StandardCharsets.ISO_8859_1));
    assertDone(owner.sign(ZoneOwner.line(options.split(" "), KEEP)));
    assertThat(commented("db.signed")).hasSizeGreaterThan(20);
    peer("named-compilezone", "-i", "none", "-o", "all", "example", "db.signed");
    peer("dnssec-verify", "-o", "example", "db.signed");
    peer("ldns-verify-zone", "db.signed");
    peer("kzonecheck", "-o", "example", "db.signed");
    peer("nsd-checkzone", "example", "db.signed");
    assertDone(owner.run("comparezones", "--zone", "example", "db.signed", "all"));
    assertDone(owner.run("verifyzone", "--zone", "example", "all"));
  }

  /** Returns records with comments that are long, or that somebody might take for more. */
  private static String oddComments() {
    return "; "
        + "x".repeat(60_000)
        + "\nlong A 192.0.2.9 ; "
        + "y ".repeat(2_000)
        + "\nlonger A 192.0.2.9 ; "
        + "z".repeat(60_000)
        + "\n"
        + "; one of many\n".repeat(3_000)
        + "many A 192.0.2.9 ;\n"
        + "; ( \" \\\n;;; $INCLUDE /etc/passwd\n;\t' ) } \u00fc\u00ff\n"
        + "odd TXT \"a;b\" ; \" ( ) $ORIGIN \\\n"
        + "; a\rodd A 192.0.2.10\n; b\0odd A 192.0.2.11 \u001b[2J \u007f\r\n"
        + "odd A 192.0.2.12 ; c\rodd A 192.0.2.13\n";
  }

  private void peer(String name, String... arguments) throws Exception {
    Program.Outcome outcome = Peers.require(name).run(owner.folder(), arguments);
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
  }
}
