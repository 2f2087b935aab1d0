package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.Peers;
import org.offlinesign.testing.Program;

/** A zone file that somebody edits, and that signzone leaves as it is. */
class InPlaceIncludeTest {
  private static final String INCLUDE = "$INCLUDE db.dnssec\n";

  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
  }

  private Result sign(String... more) {
    String[] line = {"signzone", "--input", "db", "--zone", "example", "--signkey", "KSK"};
    return owner.run(
        ZoneOwner.line(ZoneOwner.line(line, "--signkey", "ZSK", "--in-place-include"), more));
  }

  private void write(String text) throws IOException {
    Files.writeString(owner.file("db"), text);
  }

  @Test
  void aFileWithoutTheLineIsAtFaultUntilItHasIt() throws IOException {
    Result first = sign("--quiet");
    assertThat(first.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(first.err())
        .contains("without signatures; add this line at its end, where they find the file from")
        .contains(": $INCLUDE db.dnssec, else with its whole path: $INCLUDE ")
        .contains(owner.file("db.dnssec").toString());
    assertThat(owner.file("db")).hasContent(ZoneOwner.ZONE);
    assertThat(owner.file("db.dnssec")).isNotEmptyFile();

    String edited = ZoneOwner.ZONE.replace(" 41 ", " 42 ") + INCLUDE;
    write(edited);
    Result second = sign();
    assertThat(second.err()).isEmpty();
    assertThat(second.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(second.out()).contains("db.dnssec\n").contains("serial         42 -> 42");
    assertThat(owner.file("db")).hasContent(edited);
    assertThat(owner.run("verifyzone", "--zone", "example", "db").exitCode())
        .isEqualTo(ExitCode.DONE);

    Result again = sign();
    assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(again.err()).contains("42, does not come after 42, which was signed last: raise it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --output db.signed        | writes db.dnssec, and --output another file
          --dnssec-only             | leave one of them out
          --soaserial increment     | unless they are keep and add
          --soaserial unixtime      | unless they are keep and add
          --ds replace              | unless they are keep and add
          --dnskey replace          | unless they are keep and add
          --max-ttl 1h              | leave out --max-ttl
          --input -                 | is for a zone file that stays where it is
          """)
  void whatWouldChangeTheZoneFileIsRefused(String options, String message) throws IOException {
    String[] line = {"signzone", "--zone", "example", "--signkey", "KSK", "--in-place-include"};
    String[] input = {"--input", "db"};
    String[] more = options.split(" ");
    String[] rest = options.startsWith("--input") ? more : ZoneOwner.line(input, more);
    Result result = owner.run(ZoneOwner.line(line, rest));
    assertThat(result.err()).contains("error: ").contains(message);
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(owner.file("db.dnssec")).doesNotExist();
  }

  @Test
  void withoutAnOutputTheTwoWaysAreNamed() {
    Result result = owner.run("signzone", "--input", "db", "--zone", "example", "--signkey", "KSK");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--output").contains("--in-place-include");
  }

  @Test
  void aFileOfSomebodyElseIsNotReplaced() throws IOException {
    Files.writeString(owner.file("db.dnssec"), "a A 192.0.2.1\n");
    write(ZoneOwner.ZONE + INCLUDE);
    Result result = sign();
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("would replace").contains("move that file away");
    assertThat(owner.file("db.dnssec")).hasContent("a A 192.0.2.1\n");
  }

  @Test
  void whatTheCommandKeepsItselfIsNotReplaced() throws IOException {
    write(ZoneOwner.ZONE + INCLUDE);
    assertThat(sign().exitCode()).isEqualTo(ExitCode.DONE);
    String before = Files.readString(owner.file("db.dnssec"));
    Result result = sign("--password-file", "db.dnssec");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("--in-place-include, db.dnssec, would replace the password file, ")
        .contains("name another file where db.dnssec stands");
    assertThat(owner.file("db.dnssec")).hasContent(before);
  }

  @Test
  void itTellsFromTheWorkingFolderWhatNameServersFindThere() throws IOException {
    Files.createDirectory(owner.file("zones"));
    Files.writeString(owner.file("zones/db"), ZoneOwner.ZONE + "$INCLUDE zones/db.dnssec\n");
    String[] line = {"signzone", "--input", "zones/db", "--zone", "example", "--signkey", "KSK"};
    Result result = owner.run(ZoneOwner.line(line, "--signkey", "ZSK", "--in-place-include"));
    assertThat(result.err()).isEmpty();
    assertThat(owner.file("zones/db.dnssec")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({"--nsec,--zonemd", "--nsec3,--opt-out"})
  void otherProgramsLoadWhatWasSigned(String denial, String more) throws Exception {
    String delegation = "sub DS 1 8 2 " + "AB".repeat(32) + "\n";
    owner.at(Instant.now(), ZoneOffset.UTC);
    write(ZoneOwner.ZONE + delegation + INCLUDE + "$ORIGIN deep.example.\n*.x 60 TXT \"a;b\"\n");
    Result result = sign(denial, more);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    peer("named-compilezone", "-i", "none", "-o", "all", "example", "db");
    peer("dnssec-verify", "-o", "example", "all");
    peer("ldns-verify-zone", "all");
    peer("kzonecheck", "-o", "example", "db");
    peer("nsd-checkzone", "example", "db");
  }

  private void peer(String name, String... arguments) throws Exception {
    Program.Outcome outcome = Peers.require(name).run(owner.folder(), arguments);
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
  }
}
