package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class SignZoneCommandTest {
  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 41 7200 900 1209600 300
      @ NS ns1
      ns1 A 192.0.2.1
      www A 192.0.2.2
      sub NS ns.sub
      ns.sub A 192.0.2.3
      """;

  private static final String[] SIGN = {
    "signzone", "--input", "db", "--output", "db.signed", "--zone", "example"
  };
  private static final String[] BOTH_KEYS = {"--signkey", "KSK", "--signkey", "ZSK"};

  @TempDir private static Path sharedFolder;
  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeAll
  static void makeKeys() {
    CommandLineUser maker = owner(sharedFolder);
    String[] genkey = {"genkey", "--length", "1024", "--zone"};
    maker.succeed(line(genkey, "example", "--flags", "KSK", "--friendlyname", "KSK"));
    maker.succeed(line(genkey, "example", "--friendlyname", "ZSK"));
    maker.succeed(line(genkey, "example", "--friendlyname", "Next"));
    maker.succeed("genkey", "--zone", "example", "--alg", "13", "--friendlyname", "Curve");
    maker.succeed(line(genkey, "other", "--friendlyname", "Other"));
  }

  private static CommandLineUser owner(Path folder) {
    return new CommandLineUser(folder)
        .with("OFFLINESIGN_PASSWORD", "secret")
        .with("OFFLINESIGN_KEYSTORE", "keys.p12");
  }

  private static String[] line(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @BeforeEach
  void sitDown() throws IOException {
    Files.copy(sharedFolder.resolve("keys.p12"), folder.resolve("keys.p12"));
    Files.writeString(folder.resolve("db"), ZONE);
    user = owner(folder);
  }

  private Result sign(String... more) {
    return user.run(line(line(SIGN, BOTH_KEYS), more));
  }

  private String signedText() throws IOException {
    return Files.readString(user.file("db.signed"));
  }

  @Test
  void aZoneIsSignedAndTheReportSaysWhatToDoNext() throws IOException {
    Result result = sign();
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out())
        .startsWith("Signed example.\n")
        .contains("serial         41 -> 42\n")
        .contains("delegations    0 secure, 1 insecure\n")
        .contains("left unsigned  1 name of glue, 0 occluded names\n")
        .containsPattern("KSK \\d+ +RSASHA256, 1 signature\n")
        .containsPattern("ZSK \\d+ +RSASHA256, \\d+ signatures\n")
        .contains("valid          2026-03-01 11:00 UTC to 2026-03-31 11:00 UTC\n")
        .containsPattern("DS record +example\\. IN DS \\d+ 8 2 [0-9A-F]{64}\n")
        .containsPattern("Next:\n  sign again by 2026-03-17 10:00 UTC\n")
        .contains("give the DS record, or the file dsset-example, to the owner of the parent");
    assertThat(signedText()).contains("RRSIG").contains("NSEC").contains("DNSKEY");
    // The store holds more keys: those that are not named have no part.
    assertThat(Pattern.compile("DNSKEY\\s25[67] ").matcher(signedText()).results()).hasSize(2);
    assertThat(user.file("keyset-example")).isRegularFile();
    assertThat(user.file("dsset-example")).isRegularFile();
  }

  @Test
  void rfc6979_onRequestEcdsaMakesTheSameFileEachTime() throws IOException {
    String[] single = line(SIGN, "--signkey-allrr", "Curve", "--soaserial", "keep");
    user.succeed(single);
    String first = signedText();
    user.succeed(single);
    assertThat(signedText()).isNotEqualTo(first);
    for (String verify : List.of("--json", "--no-verify")) {
      user.succeed(line(single, "--deterministic", "--threads", "1"));
      String once = signedText();
      user.succeed(line(single, "--deterministic", "--threads", "3", verify));
      assertThat(signedText()).isEqualTo(once);
    }
  }

  @Test
  void nsec3IsForTheAskingAndTheReportTellsOfTheChange() throws IOException {
    assertThat(sign().out()).contains("denial         NSEC\n");
    Files.writeString(folder.resolve("db"), signedText());
    Result result = sign("--nsec3", "--opt-out");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("denial         NSEC -> NSEC3, no salt, iterations 0, opt-out\n");
    assertThat(signedText()).contains("NSEC3\t1 1 0 - ").doesNotContain("NSEC\t");
  }

  @Test
  void theJsonReportTellsOfTheChainBeforeAndAfter() throws IOException {
    sign("--nsec3", "--salt", "aabb", "--iterations", "3");
    Files.writeString(folder.resolve("db"), signedText());
    assertThat(sign("--json").out().replaceAll("\\s+", ""))
        .contains(
            "\"denialBefore\":[{\"type\":\"nsec3\",\"optOut\":false,\"iterations\":3,\"salt\":\"AABB\"}]",
            "\"denial\":{\"type\":\"nsec\"}");
  }

  @Test
  void aRandomSaltHasTheLengthAskedForAndIsWarnedOf() throws IOException {
    Result result = sign("--nsec3", "--salt", "random:8");
    assertThat(result.err()).contains("warning: the NSEC3 chain has a salt (", "RFC 9276");
    assertThat(signedText()).containsPattern("NSEC3PARAM\t1 0 0 [0-9A-F]{16}\n");
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
    Result result = sign(options.split(" "));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(problem, help);
    assertThat(user.file("db.signed")).doesNotExist();
  }

  @Test
  void quietMeansNoWordUnlessSomethingIsWrong() {
    Result result = sign("--quiet", "--no-verify");
    assertThat(result).isEqualTo(new Result(ExitCode.DONE, "", ""));
  }

  @Test
  void theReportCanBeHadAsJson() {
    assertThat(sign("--json").out())
        .startsWith("{\n  \"zone\" : \"example.\",\n  \"serialBefore\" : 41,\n  \"serial\" : 42,")
        .contains("\"expiration\" : \"2026-03-31T11:00:00Z\"")
        .contains("\"insecureDelegations\" : 1,")
        .contains("\"digestType\" : 2,")
        .contains("\"warnings\" : [ ]")
        .endsWith("}\n");
  }

  @Test
  void aZoneFromStdinGoesToStdoutAndTheReportToStderr() {
    Result result =
        user.typingIn(ZONE)
            .run(line(BOTH_KEYS_FIRST, "--input", "-", "--output", "-", "--zone", "example"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith("$ORIGIN example.\n").contains("RRSIG");
    assertThat(result.err())
        .startsWith("Signed example.")
        .contains("dsset-example")
        .doesNotContain(".zone\n");
  }

  private static final String[] BOTH_KEYS_FIRST = {
    "signzone", "--signkey", "KSK", "--signkey", "ZSK"
  };

  @Test
  void signaturesAreValidWhenTheOptionsSay() throws IOException {
    user.at(CommandLineUser.NOW, ZoneId.of("Europe/Berlin"));
    Result result = sign("--start", "20260301000000", "--end", "20260401000000Z");
    assertThat(result.out())
        .contains("valid          2026-03-01 00:00 CET to 2026-04-01 02:00 CEST");
    assertThat(signedText()).contains(" 20260401000000 20260228230000 ");
  }

  @Test
  void theSignaturesOfOneKeyMayHaveAValidityOfTheirOwn() throws IOException {
    Result result = user.run(line(SIGN, "--signkey", "KSK,start:-2d,end:+10d", "--signkey", "ZSK"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(signedText())
        .containsPattern("RRSIG\\s+DNSKEY .* 20260311120000 20260227120000 ")
        .contains(" 20260331110000 20260301110000 ");
    assertThat(result.out()).contains("to 2026-03-11 12:00 UTC");
  }

  @Test
  void aKeyCanBePublishedWithoutSigning() throws IOException {
    assertThat(sign("--addkey", "Next").out()).containsPattern("ZSK \\d+ +RSASHA256, 0 signatures");
    assertThat(
            signedText()
                .lines()
                .filter(line -> line.contains("DNSKEY\t256") || line.contains("DNSKEY 256")))
        .hasSize(2);
  }

  @Test
  void oneKeyCanDoAll() throws IOException {
    Result result = user.run(line(SIGN, "--signkey-allrr", "KSK"));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).doesNotContain("ZSK");
  }

  @Test
  void aSignedZoneIsSignedAnew() throws IOException {
    sign();
    Files.move(user.file("db.signed"), user.file("db"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(sign("--soaserial", "keep").out()).contains("serial         42 -> 42");
  }

  @Test
  void theDnssecRecordsCanBeWrittenAlone() throws IOException {
    sign("--dnssec-only", "--soaserial", "keep", "--ds", "add", "--dnskey", "add");
    assertThat(signedText().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*\\t(DNSKEY|NSEC|RRSIG)\\t.*"));
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
    Result result = user.run(line(SIGN, options.split(" ")));
    assertThat(result.err()).contains("error: ").contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(user.file("db.signed")).doesNotExist();
    assertThat(user.file("dsset-example")).doesNotExist();
  }

  @Test
  void everyErrorOfTheZoneIsShownAndNothingIsWritten() throws IOException {
    Files.writeString(user.file("db"), ZONE + "www A 192.0.2.256\nmail MX mail\n");
    Result result = sign();
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err())
        .containsPattern("db:8:7: error: ")
        .containsPattern("db:9:9: error: ")
        .contains("has 2 errors, so nothing was written")
        .contains("offlinesign checkzone");
    assertThat(user.file("db.signed")).doesNotExist();
  }

  @Test
  void theInputIsNeverReplaced() throws IOException {
    Files.createSymbolicLink(user.file("link"), user.file("db"));
    for (String output : List.of("db", "./db", "link")) {
      Result result =
          user.run(line(BOTH_KEYS_FIRST, "--input", "db", "--output", output, "--zone", "example"));
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("the output would replace the zone that is read");
    }
    assertThat(Files.readString(user.file("db"))).isEqualTo(ZONE);
  }

  @Test
  void theZoneIsNeverReplacedByItsKeysetFiles() throws IOException {
    Files.createSymbolicLink(user.file("here"), user.folder());
    for (String output : List.of("dsset-example", "./keyset-example", "here/dsset-example")) {
      Result result =
          user.run(line(BOTH_KEYS_FIRST, "--input", "db", "--output", output, "--zone", "example"));
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("would replace the zone itself").contains("--keysetdir");
      assertThat(user.file(output)).doesNotExist();
    }
    Files.move(user.file("db"), user.file("keyset-example"));
    Result result =
        user.run(
            line(
                BOTH_KEYS_FIRST,
                "--input",
                "keyset-example",
                "--output",
                "out",
                "--zone",
                "example"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(user.file("keyset-example"))).isEqualTo(ZONE);
    user.succeed(
        line(
            BOTH_KEYS_FIRST,
            "--input",
            "keyset-example",
            "--output",
            "dsset-example",
            "--genkeyset",
            "none",
            "--zone",
            "example"));
  }

  @Test
  void theKeyStoreIsNeverReplaced() throws IOException {
    Result result =
        user.run(
            line(BOTH_KEYS_FIRST, "--input", "db", "--output", "keys.p12", "--zone", "example"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("the output would replace the key store");
  }

  @Test
  void theFolderOfTheOutputMustExist() {
    Result result =
        user.run(
            line(BOTH_KEYS_FIRST, "--input", "db", "--output", "no/where", "--zone", "example"));
    assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(result.err()).contains("the folder of the output").contains("does not exist");
  }

  @Test
  void theWindowsSpellingMeansTheSame() throws IOException {
    Result result =
        user.dnscmd(
            "/OfflineSign",
            "/SignZone",
            "/input",
            "db",
            "/output",
            "db.signed",
            "/zone",
            "example",
            "/signkey",
            "/cert",
            "/friendlyname",
            "ksk",
            "/signkey",
            "/cert",
            "/friendlyname",
            "zsk");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).endsWith("\nCommand completed successfully.\n");
    assertThat(signedText()).contains("RRSIG");
  }

  @Test
  void theWindowsSpellingDoesNotClaimSuccessWhenItFailed() {
    Result result = user.dnscmd("/OfflineSign", "/SignZone", "/input", "db");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).doesNotContain("successfully");
  }

  @Test
  void theParentCanBeToldByCdsAndCdnskeyRecords() throws IOException {
    assertThat(sign("--cds", "--cdnskey").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(signedText()).containsPattern("CDS\t\\d+ 8 2 ").contains("CDNSKEY\t257 3 8 ");
    assertThat(sign("--cds", "delete", "--cdnskey=delete").err()).contains("asked to delete");
    assertThat(signedText()).contains("CDS\t0 0 0 00").contains("CDNSKEY\t0 3 0 AA==");
  }

  @Test
  void theParentIsNotAskedForTwoThingsAtOnce() {
    Result result = sign("--cds", "--cdnskey", "delete");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("two things at once");
    assertThat(sign("--cds", "remove").err()).contains("publish, delete, none");
  }

  @Test
  void signaturesCanExpireAtDifferentTimes() throws IOException {
    Result result = sign("--end", "+30d", "--dnskey-end", "+60d", "--jitter", "5d");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(signedText()).containsPattern("DNSKEY 8 1 3600 20260430120000 20260301110000");
    assertThat(result.out()).containsPattern("first expires +2026-03-2[6-9]");
    assertThat(sign("--jitter", "30d").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(sign("--dnskey-end", "-2h").err()).contains("before they begin");
  }

  @Test
  void ttlsCanBeLowered() throws IOException {
    Result result = sign("--max-ttl", "20m", "--dnskey-ttl", "10m");
    assertThat(result.out()).contains("TTL lowered    of 6 RRsets\n");
    assertThat(signedText()).contains("1200\tIN\tA\t192.0.2.2").contains("600\tIN\tDNSKEY");
    assertThat(sign("--max-ttl", "1h", "--dnskey-ttl", "2h").err())
        .contains("--dnskey-ttl 7200 is above --max-ttl 3600");
    assertThat(sign("--max-ttl", "70y").err()).contains("--max-ttl is over 2147483647 seconds");
    assertThat(
            sign("--max-ttl", "1h", "--dnssec-only", "--soaserial", "keep", "--ds", "add")
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aSerialThatIsAheadOfTheDayIsIncrementedWithAWarning() throws IOException {
    Files.writeString(user.file("db"), ZONE.replace(" 41 ", " 2026030299 "));
    Result result = sign("--soaserial", "date");
    assertThat(result.out()).contains("2026030299 -> 2026030300");
    assertThat(result.err()).contains("2026030299 is ahead of what --soaserial date would make it");
  }

  @Test
  void theSignedZoneCanBeDigested() throws IOException {
    assertThat(sign("--zonemd").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(signedText()).contains("ZONEMD\t42 1 1 ").doesNotContain("ZONEMD\t42 1 2 ");
    assertThat(sign("--zonemd", "sha384,SHA-512").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(signedText()).contains("ZONEMD\t42 1 1 ").contains("ZONEMD\t42 1 2 ");
    assertThat(sign("--zonemd", "sha256").err()).contains("expected sha384 or sha512");
  }

  @Test
  void signaturesThatAreStillGoodCanBeKept() throws IOException {
    sign();
    Files.move(user.file("db.signed"), user.file("db"), StandardCopyOption.REPLACE_EXISTING);
    user.at(CommandLineUser.NOW.plusSeconds(86_400), ZoneId.of("UTC"));
    Result result = sign("--keep-until", "14d");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("signatures     9 kept, 1 made, 1 dropped\n");
    Files.copy(user.file("db.signed"), user.file("db"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(sign("--keep-until", "60d", "--json").out())
        .contains("\"renewal\" : {\n    \"kept\" : 0,");
  }
}
