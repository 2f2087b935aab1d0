package org.offlinesign.cli.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** What signzone refuses, and the files it never replaces. */
class SignZoneRefusalTest {
  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          --opt-out                        | --opt-out belongs to an NSEC3 chain | add --nsec3
          --salt aa                        | --salt belongs to an NSEC3 chain | add --nsec3
          --nsec --iterations 0            | --iterations belongs to an NSEC3 chain | add --nsec3
          --nsec --nsec3                   | two ways | one of them
          --nsec3 --iterations 151         | over 150 | RFC 9276 section 3.2
          --nsec3 --iterations -1          | not within 0..65535 | -1
          --nsec3 --iterations 65536       | not within 0..65535 | 65536
          --nsec3 --salt 0xaa              | '0xaa' is not a salt | pairs of hex digits
          --nsec3 --salt random:256        | longer than 255 | random:8
          """,
      delimiter = '|')
  void optionsOfAChainThatDoNotFitAreRefused(String options, String problem, String help) {
    Result result = owner.sign(options.split(" "));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(problem, help);
    assertThat(owner.file("db.signed")).doesNotExist();
  }

  @Test
  void aNameInUnicodeIsRefusedWithTheFormThatTheDnsHas() {
    String[] line = {"signzone", "--zone", "m\u00fcnchen.example", "--input", "db"};
    Result result = owner.run(ZoneOwner.line(line, "--output", "db.signed", "--signkey", "KSK"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err())
        .contains("'m\u00fcnchen.example' is not a domain name as it stands in the DNS")
        .contains("\n  write it as the DNS has it: xn--mnchen-3ya.example\n");
  }

  @Test
  void moreKeysThanAnybodyTakesAreRefusedBeforeTheZoneIsSigned() throws Exception {
    StringBuilder keys = new StringBuilder(ZoneOwner.ZONE);
    for (int i = 0; i < 127; i++) {
      String octets = Base64.getEncoder().encodeToString(("key " + i).getBytes(US_ASCII));
      keys.append("@ DNSKEY 257 3 200 ").append(octets).append('\n');
    }
    Files.writeString(owner.file("db"), keys);
    Result result = owner.sign("--dnskey", "add");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err())
        .contains(
            "example. would have 129 DNSKEY records", "no more than 128", "\n  publish fewer");
    assertThat(owner.file("db.signed")).doesNotExist();
  }

  @Test
  void whatAChildLosesIsToldThoughNothingElseIs() throws Exception {
    Files.writeString(owner.file("db"), ZoneOwner.ZONE + "sub DS 1 8 2 " + "AB".repeat(32) + "\n");
    Result result = owner.sign("--quiet");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).contains("the DS records of sub.example. are removed");
    assertThat(owner.sign("--quiet", "--ds", "add").err()).isEmpty();
  }

  @Test
  void theZoneOfTheFileIsNamedAndWhatToDoAboutItIsAdvice() throws Exception {
    Files.writeString(owner.file("db"), "$ORIGIN other.test.\n" + ZoneOwner.ZONE);
    Result result = owner.sign();
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err())
        .contains("; the SOA record here is that of the zone other.test. (")
        .contains("\n  give --zone the name of the zone that the file is of")
        .doesNotContain("meant?")
        .doesNotContain("correct the lines above");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --signkey KSK                 | KEYS  | name a ZSK with --signkey
          --signkey Other --signkey KSK | KEYS  | belongs to other. and cannot sign example.
          --signkey Nobody              | KEYS  | no key matches friendly name 'Nobody'
          --addkey Next                 | USAGE | no key to sign example. with is named
          --signkey KSK --end -1d       | USAGE | before they begin
          --signkey KSK --end +70y      | USAGE | the longest possible is 68 years
          --signkey KSK --ds maybe      | USAGE | --ds: 'maybe' is not possible
          --signkey KSK --ds maybe      | USAGE | expected one of add, replace, nochange
          --signkey KSK --digest md5    | USAGE | --digest: 'md5' is not a digest
          --signkey KSK --dnssec-only   | USAGE | add --soaserial keep --ds add
          --signkey KSK --threads 0     | USAGE | --threads 0 is not from 1 to 1024
          --signkey KSK --memory lots   | USAGE | --memory: 'lots' is not a size
          --signkey KSK --memory 1k     | USAGE | is too little to sort a zone with
          --signkey KSK --tmpdir none   | ENVIRONMENT | does not exist
          --signkey KSK --tmpdir db     | ENVIRONMENT | db, is not a folder
          --signkey KSK --keysetdir=    | USAGE | --keysetdir: '' cannot be the name of a file
          --signkey KSK --keysetdir no  | ENVIRONMENT | --keysetdir: there is no folder
          --signkey KSK --threads two   | USAGE | --threads: 'two' is not a whole number
          --signkey                     | USAGE | signzone needs --signkey KEY
          --signkey KSK --singkey ZSK   | USAGE | did you mean --signkey?
          """)
  void whatCannotBeDoneIsRefusedAndNothingIsWritten(
      String options, ExitCode exitCode, String message) {
    Result result = owner.signWith(options.split(" "));
    assertThat(result.err()).contains("error: ").contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(owner.file("db.signed")).doesNotExist();
    assertThat(owner.file("dsset-example")).doesNotExist();
  }

  @Test
  void aKeyOfAnotherZoneIsTheErrorAndWhatToNameIsAdvice() {
    Result result = owner.signWith("--signkey", "Other", "--signkey", "KSK");
    assertThat(result.err())
        .containsPattern(
            "error: the key other\\.\\S* belongs to other\\. and cannot sign example\\.\n")
        .contains("\n  name keys of example. with --signkey (/SignKey), or the zone other.");
  }

  @Test
  void everyErrorOfTheZoneIsShownAndNothingIsWritten() throws IOException {
    Files.writeString(owner.file("db"), ZoneOwner.ZONE + "www A 192.0.2.256\nmail MX mail\n");
    Result result = owner.sign();
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err())
        .containsPattern("db:8:7: error: ")
        .containsPattern("db:9:9: error: ")
        .contains("has 2 errors, so nothing was written")
        .contains("offlinesign checkzone");
    assertThat(owner.file("db.signed")).doesNotExist();
  }

  @Test
  void whatADeviceGetsIsKeptInTheFolderForTemporaryFiles() {
    Result result = owner.signFile("db", "/dev/null", "--tmpdir", "/proc");
    assertThat(result.err()).contains("/proc: no file can be made in this folder");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(owner.signFile("db", "/dev/null").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Files.exists(Path.of("/dev/null"))).isTrue();
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void theInputIsNeverReplaced() throws IOException {
    Files.createSymbolicLink(owner.file("link"), owner.file("db"));
    for (String output : List.of("db", "./db", "link")) {
      Result result = owner.signFile("db", output);
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("--output would replace the zone that is read");
    }
    assertThat(Files.readString(owner.file("db"))).isEqualTo(ZoneOwner.ZONE);
  }

  @Test
  void theZoneIsNeverReplacedByItsKeysetFiles() throws IOException {
    Files.createSymbolicLink(owner.file("here"), owner.folder());
    for (String output : List.of("dsset-example", "./keyset-example", "here/dsset-example")) {
      Result result = owner.signFile("db", output);
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err())
          .contains("set-example would replace the output")
          .contains("--keysetdir");
      assertThat(owner.file(output)).doesNotExist();
    }
    Files.move(owner.file("db"), owner.file("keyset-example"));
    Result result = owner.signFile("keyset-example", "out");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(owner.file("keyset-example"))).isEqualTo(ZoneOwner.ZONE);
    Result without = owner.signFile("keyset-example", "dsset-example", "--genkeyset", "none");
    assertThat(without.exitCode()).as(without.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theKeyStoreIsNeverReplaced() throws IOException {
    Result result = owner.signFile("db", "keys.p12");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--output would replace the key store");
  }

  @Test
  void theFolderOfTheOutputMustExist() {
    Result result = owner.signFile("db", "no/where");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("the folder of the output").contains("does not exist");
  }

  @Test
  void theParentIsNotAskedForTwoThingsAtOnce() {
    Result result = owner.sign("--cds", "--cdnskey", "delete");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("two things at once");
    assertThat(owner.sign("--cds", "remove").err()).contains("publish, delete, none");
  }
}
