package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** What signzone does with a zone and its keys, and how it tells of it. */
class SignZoneCommandTest {
  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
  }

  @Test
  void aZoneIsSignedAndTheReportSaysWhatToDoNext() throws IOException {
    Result result = owner.sign();
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
    assertThat(owner.signedText()).contains("RRSIG").contains("NSEC").contains("DNSKEY");
    // The store holds more keys: those that are not named have no part.
    assertThat(Pattern.compile("DNSKEY\\s25[67] ").matcher(owner.signedText()).results())
        .hasSize(2);
    assertThat(owner.file("keyset-example")).isRegularFile();
    assertThat(owner.file("dsset-example")).isRegularFile();
  }

  @Test
  void rfc6979_onRequestEcdsaMakesTheSameFileEachTime() throws IOException {
    assertThat(signedByCurve()).isNotEqualTo(signedByCurve());
    String once = signedByCurve("--deterministic", "--threads", "1");
    assertThat(signedByCurve("--deterministic", "--threads", "3", "--json")).isEqualTo(once);
    String unverified = signedByCurve("--deterministic", "--threads", "3", "--no-verify");
    assertThat(unverified.lines().filter(line -> !line.startsWith(";")))
        .containsExactlyElementsOf(once.lines().filter(line -> !line.startsWith(";")).toList());
    assertThat(once).contains("; offlinesign-seal 1 text verified 13 ");
    assertThat(unverified).contains("; offlinesign-seal 1 text unverified 13 ");
  }

  private String signedByCurve(String... more) throws IOException {
    String[] single = {"--signkey-allrr", "Curve", "--soaserial", "keep"};
    Result result = owner.signWith(ZoneOwner.line(single, more));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    return owner.signedText();
  }

  @Test
  void quietMeansNoWordUnlessSomethingIsWrong() {
    Result result = owner.sign("--quiet", "--no-verify");
    assertThat(result).isEqualTo(new Result(ExitCode.DONE, "", ""));
  }

  @Test
  void theReportCanBeHadAsJson() {
    assertThat(owner.sign("--json").out())
        .startsWith("{\n  \"zone\" : \"example.\",\n  \"serialBefore\" : 41,\n  \"serial\" : 42,")
        .contains("\"expiration\" : \"2026-03-31T11:00:00Z\"")
        .contains("\"insecureDelegations\" : 1,")
        .contains("\"digestType\" : 2,")
        .contains("\"warnings\" : [ ]")
        .endsWith("}\n");
  }

  @Test
  void aZoneFromStdinGoesToStdoutAndTheReportToStderr() {
    Result result = owner.typingIn(ZoneOwner.ZONE).signFile("-", "-");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).startsWith("$ORIGIN example.\n").contains("RRSIG");
    assertThat(result.err())
        .startsWith("Signed example.")
        .contains("dsset-example")
        .doesNotContain(".zone\n");
  }

  @Test
  void aKeyCanBePublishedWithoutSigning() throws IOException {
    assertThat(owner.sign("--addkey", "Next").out())
        .containsPattern("ZSK \\d+ +RSASHA256, 0 signatures");
    assertThat(
            owner
                .signedText()
                .lines()
                .filter(line -> line.contains("DNSKEY\t256") || line.contains("DNSKEY 256")))
        .hasSize(2);
  }

  @Test
  void oneKeyCanDoAll() throws IOException {
    Result result = owner.signWith("--signkey-allrr", "KSK");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).doesNotContain("ZSK");
  }

  @Test
  void aSignedZoneIsSignedAnew() throws IOException {
    owner.sign();
    Files.move(owner.file("db.signed"), owner.file("db"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(owner.sign("--soaserial", "keep").out()).contains("serial         42 -> 42");
  }

  @Test
  void theDnssecRecordsCanBeWrittenAlone() throws IOException {
    owner.sign("--dnssec-only", "--soaserial", "keep", "--ds", "add", "--dnskey", "add");
    assertThat(owner.signedText().lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*\\t(DNSKEY|NSEC|RRSIG)\\t.*"));
  }

  @Test
  void theWindowsSpellingMeansTheSame() throws IOException {
    Result result =
        owner.dnscmd(
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
    assertThat(owner.signedText()).contains("RRSIG");
  }

  @Test
  void theWindowsSpellingDoesNotClaimSuccessWhenItFailed() {
    Result result = owner.dnscmd("/OfflineSign", "/SignZone", "/input", "db");
    assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).doesNotContain("successfully");
  }
}
