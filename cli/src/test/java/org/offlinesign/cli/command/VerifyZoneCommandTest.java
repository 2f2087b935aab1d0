package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.ZoneFileSource;

class VerifyZoneCommandTest {
  private static final DnsName ZONE_NAME = DnsName.of("example");
  private static final String ZONE =
      """
      $TTL 3600
      @ SOA ns1 hostmaster 1 7200 900 1209600 300
      @ NS ns1
      ns1 A 192.0.2.1
      www A 192.0.2.2
      """;

  @TempDir static Path signedFolder;
  private static String signed;

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeAll
  static void signTheZone() throws IOException {
    CommandLineUser owner =
        new CommandLineUser(signedFolder).with("OFFLINESIGN_PASSWORD", "secret");
    Files.writeString(owner.file("db"), ZONE);
    owner.succeed(
        "genkey", "--zone", "example", "--alg", "ecdsap256sha256", "--friendlyname", "zsk");
    owner.succeed(
        "signzone",
        "--input",
        "db",
        "--output",
        "db.signed",
        "--zone",
        "example",
        "--signkey",
        "zsk",
        "--genkeyset",
        "none");
    signed = Files.readString(owner.file("db.signed"));
  }

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder);
    Files.writeString(folder.resolve("db"), signed);
    Files.writeString(folder.resolve("bad"), signed.replace("192.0.2.2", "192.0.2.3"));
  }

  private Result verify(String... arguments) {
    List<String> line = new ArrayList<>(List.of("verifyzone", "--zone", "example"));
    line.addAll(List.of(arguments));
    return user.run(line.toArray(new String[0]));
  }

  @Test
  void aValidZoneIsSummedUp() {
    Result result = verify("db");
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("example.: 0 errors, 0 warnings\n")
        .containsPattern("signed +8 RRsets with 8 signatures\n")
        .containsPattern("ZSK \\d+ +ECDSAP256SHA256, 8 valid signatures\n")
        .containsPattern("valid +yes\n")
        .containsPattern("accepted +yes\n");
  }

  @Test
  void aFaultIsShownWithItsPlaceAndItsRule() {
    Result result = verify("bad");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out())
        .containsPattern(
            "/bad:\\d+:\\d+: error: RRSIG_INVALID www\\.example\\. RRSIG: .*\\(RFC 4035 §5\\.3\\.3\\)\n")
        .contains("example.: 1 error, 0 warnings\n")
        .containsPattern("valid +no\n");
  }

  @Test
  void errorsAloneAreShownToTheQuiet() {
    assertThat(verify("--quiet", "db").out()).isEmpty();
    assertThat(verify("--quiet", "bad").out().lines()).hasSize(1);
  }

  @Test
  void theTimeIsNowOrAnother() {
    assertThat(verify("--at", "+29d", "db").exitCode()).isEqualTo(ExitCode.DONE);
    Result late = verify("--at", "+31d", "db");
    assertThat(late.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(late.out()).contains("error: RRSIG_EXPIRED ");
    assertThat(verify("--at", "-2h", "db").out()).contains("error: RRSIG_NOT_YET_VALID ");
  }

  @Test
  void theFirstExpiryIsToldAndCanBeAskedFor() throws IOException {
    assertThat(verify("db").out()).containsPattern("valid until +2026-03-31 11:00 UTC, when ");
    assertThat(verify("--until", "+30d", "db").out()).contains("error: VALIDITY_ENDS ");
    assertThat(verify("--until", "+29d", "db").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(verify("--until", "-1d", "db").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(JSON.std.mapFrom(verify("--json", "db").out()))
        .containsEntry("validUntil", "2026-03-31T11:00:00Z")
        .containsKey("expiresFirst");
  }

  @Test
  void trustEntersByAnAnchor() throws IOException {
    Files.writeString(folder.resolve("other"), "example. 1 DS 1 13 2 " + "00".repeat(32) + "\n");
    assertThat(verify("--trust-anchor", "db", "db").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(verify("--trust-anchor", "db", "--trust-anchor", "other", "db").exitCode())
        .isEqualTo(ExitCode.DONE);
    assertThat(verify("--trust-anchor", "other", "db").out())
        .contains("error: TRUST_ANCHOR_UNMATCHED ");
  }

  @Test
  void aFileWithoutKeysIsNoAnchor() throws IOException {
    Files.writeString(folder.resolve("empty"), "example. 1 A 192.0.2.1\n");
    Files.writeString(folder.resolve("broken"), "example. 1 DS oops\n");
    assertThat(verify("--trust-anchor", "empty", "db").exitCode()).isEqualTo(ExitCode.KEYS);
    Result broken = verify("--trust-anchor", "broken", "db");
    assertThat(broken.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(broken.err()).contains("oops");
    assertThat(verify("--trust-anchor", "nowhere", "db").exitCode())
        .isEqualTo(ExitCode.ENVIRONMENT);
  }

  @Test
  void policyIsAVerdictOfItsOwn() throws Exception {
    String anchor = "example. 1 DS " + sha1Digest() + "\n";
    Files.writeString(folder.resolve("sha1"), anchor);
    Result excused = verify("--trust-anchor", "sha1", "db");
    assertThat(excused.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(excused.out())
        .contains("warning: TRUST_ANCHOR_SHA1 ")
        .containsPattern("valid +yes\n")
        .containsPattern("accepted +no, ");
    Result enforced = verify("--trust-anchor", "sha1", "--enforce-policy", "db");
    assertThat(enforced.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(enforced.out()).contains("error: TRUST_ANCHOR_SHA1 ").contains("1 error");
  }

  private String sha1Digest() throws Exception {
    EntryPoints keys = EntryPoints.read(ZoneFileSource.of(folder.resolve("db")), ZONE_NAME);
    Ds ds = keys.dsRecords(Set.of(DigestType.SHA1)).get(0);
    return RdataSchema.of(RecordType.DS).toText(ds.toRdata());
  }

  @Test
  void findingsBeyondTheLimitAreCountedAndNotListed() {
    Result result = verify("--at", "+31d", "--max-findings", "3", "db");
    assertThat(result.out().lines().filter(line -> line.contains(" error: "))).hasSize(3);
    assertThat(result.err()).contains("and 5 further findings like these");
    assertThat(result.out()).contains("example.: 8 errors");
    assertThat(verify("--max-findings", "0", "db").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theReportCanBeHadAsJson() throws IOException {
    Result result = verify("--json", "bad");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(JSON.std.mapFrom(result.out()))
        .containsEntry("zone", "example.")
        .containsEntry("valid", false)
        .containsEntry("errors", 1)
        .containsEntry("signedRrsets", 8)
        .containsEntry("names", 3)
        .containsKey("keys");
    assertThat(result.out()).contains("\"code\" : \"RRSIG_INVALID\"");
  }

  @Test
  void ciServersAreToldOfTheLine() {
    assertThat(verify("--format", "github", "bad").out())
        .containsPattern("^::error file=.*/bad,line=\\d+,col=\\d+,title=RRSIG_INVALID::www\\.");
    assertThat(verify("--format", "sarif", "bad").out()).contains("\"ruleId\" : \"RRSIG_INVALID\"");
    assertThat(verify("--format", "junit", "bad").out())
        .contains("classname=\"verifyzone.RRSIG_INVALID\"");
    assertThat(verify("--format", "junit", "db").out()).contains("failures=\"0\"");
  }

  @Test
  void aFileWithErrorsOfSyntaxIsReportedInTheSameFormats() throws IOException {
    Files.writeString(folder.resolve("broken"), ZONE + "mail MX mail\n");
    assertThat(verify("broken").out())
        .containsPattern("/broken:6:9: error: ")
        .contains("example.: 1 error, so nothing was verified\n");
    Result github = verify("--format", "github", "broken");
    assertThat(github.out()).contains(",line=6,col=9,title=rdata::");
    assertThat(github.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(verify("--json", "broken").out()).contains("\"valid\" : false");
  }

  @Test
  void stdinIsADash() {
    assertThat(user.typingIn(signed).run("verifyzone", "--zone", "example", "-").exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void anUnsignedZoneIsNotValid() throws IOException {
    Files.writeString(folder.resolve("unsigned"), ZONE);
    Result result = verify("unsigned");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out()).contains("error: DNSKEY_MISSING ").contains("the zone is not signed");
    assertThat(result.out()).containsPattern("zone +\\d+ records\n").doesNotContain("0 names");
  }

  @Test
  void theZoneThatMayBeMeantIsNamed() throws IOException {
    Files.writeString(folder.resolve("unsigned"), "$ORIGIN example.\n" + ZONE);
    Result result = user.run("verifyzone", "--zone", "exampel", "unsigned");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.out()).contains("SOA_MISSING exampel.").contains("that of the zone example.");
  }

  @Test
  void aNameInAFindingCannotActOnTheTerminal() throws IOException {
    String hostile = ZONE.replace("www", "\\027]0;title\u0007") + "$INCLUDE nowhere\u001b[2J\n";
    Files.writeString(folder.resolve("hostile"), hostile);
    assertThat(verify("hostile").out()).doesNotContain("\u001b").doesNotContain("\u0007");
  }
}
