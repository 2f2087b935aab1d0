package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.testing.PipedText;

/** Options of signzone for the chain, the times and TTLs, and the records of the apex. */
class SignZoneOptionsTest {
  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aZoneMayComeThroughAPipe() throws Exception {
    try (PipedText pipe = PipedText.of(ZoneOwner.ZONE)) {
      Result piped = owner.signFile(pipe.path().toString(), "db.signed");
      assertThat(piped.exitCode()).as(piped.err()).isEqualTo(ExitCode.DONE);
    }
    assertThat(owner.signedText()).contains("192.0.2.2");
  }

  @Test
  void nsec3IsForTheAskingAndTheReportTellsOfTheChange() throws IOException {
    assertThat(owner.sign().out()).contains("denial         NSEC\n");
    Files.writeString(owner.file("db"), owner.signedText());
    Result result = owner.sign("--nsec3", "--opt-out");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("denial         NSEC -> NSEC3, no salt, iterations 0, opt-out\n");
    assertThat(owner.signedText()).contains("NSEC3\t1 1 0 - ").doesNotContain("NSEC\t");
  }

  @Test
  void theJsonReportTellsOfTheChainBeforeAndAfter() throws IOException {
    owner.sign("--nsec3", "--salt", "aabb", "--iterations", "3");
    Files.writeString(owner.file("db"), owner.signedText());
    assertThat(owner.sign("--json").out().replaceAll("\\s+", ""))
        .contains(
            "\"denialBefore\":[{\"type\":\"nsec3\",\"optOut\":false,\"iterations\":3,\"salt\":\"AABB\"}]",
            "\"denial\":{\"type\":\"nsec\"}");
  }

  @Test
  void aRandomSaltHasTheLengthAskedForAndIsWarnedOf() throws IOException {
    Result result = owner.sign("--nsec3", "--salt", "random:8");
    assertThat(result.err()).contains("warning: the NSEC3 chain has a salt (", "RFC 9276");
    assertThat(owner.signedText()).containsPattern("NSEC3PARAM\t1 0 0 [0-9A-F]{16}\n");
  }

  @Test
  void signaturesAreValidWhenTheOptionsSay() throws IOException {
    owner.at(CommandLineUser.NOW, ZoneId.of("Europe/Berlin"));
    Result result = owner.sign("--start", "20260301000000", "--end", "20260401000000Z");
    assertThat(result.out())
        .contains("valid          2026-03-01 00:00 CET to 2026-04-01 02:00 CEST");
    assertThat(owner.signedText()).contains(" 20260401000000 20260228230000 ");
  }

  @Test
  void theSignaturesOfOneKeyMayHaveAValidityOfTheirOwn() throws IOException {
    Result result = owner.signWith("--signkey", "KSK,start:-2d,end:+10d", "--signkey", "ZSK");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(owner.signedText())
        .containsPattern("RRSIG\\s+DNSKEY .* 20260311120000 20260227120000 ")
        .contains(" 20260331110000 20260301110000 ");
    assertThat(result.out()).contains("to 2026-03-11 12:00 UTC");
  }

  @Test
  void theParentCanBeToldByCdsAndCdnskeyRecords() throws IOException {
    assertThat(owner.sign("--cds", "--cdnskey").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(owner.signedText()).containsPattern("CDS\t\\d+ 8 2 ").contains("CDNSKEY\t257 3 8 ");
    assertThat(owner.sign("--cds", "delete", "--cdnskey=delete").err()).contains("asked to delete");
    assertThat(owner.signedText()).contains("CDS\t0 0 0 00").contains("CDNSKEY\t0 3 0 AA==");
  }

  @Test
  void signaturesCanExpireAtDifferentTimes() throws IOException {
    Result result = owner.sign("--end", "+30d", "--dnskey-end", "+60d", "--jitter", "5d");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(owner.signedText()).containsPattern("DNSKEY 8 1 3600 20260430120000 20260301110000");
    assertThat(result.out()).containsPattern("first expires +2026-03-2[6-9]");
    assertThat(owner.sign("--jitter", "30d").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(owner.sign("--dnskey-end", "-2h").err()).contains("before they begin");
  }

  @Test
  void ttlsCanBeLowered() throws IOException {
    Result result = owner.sign("--max-ttl", "20m", "--dnskey-ttl", "10m");
    assertThat(result.out()).contains("TTL lowered    of 6 RRsets\n");
    assertThat(owner.signedText()).contains("1200\tIN\tA\t192.0.2.2").contains("600\tIN\tDNSKEY");
    assertThat(owner.sign("--max-ttl", "1h", "--dnskey-ttl", "2h").err())
        .contains("--dnskey-ttl 7200 is above --max-ttl 3600");
    assertThat(owner.sign("--max-ttl", "70y").err())
        .contains("--max-ttl is over 2147483647 seconds");
    assertThat(
            owner
                .sign("--max-ttl", "1h", "--dnssec-only", "--soaserial", "keep", "--ds", "add")
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aSerialThatIsAheadOfTheDayIsIncrementedWithAWarning() throws IOException {
    Files.writeString(owner.file("db"), ZoneOwner.ZONE.replace(" 41 ", " 2026030299 "));
    Result result = owner.sign("--soaserial", "date");
    assertThat(result.out()).contains("2026030299 -> 2026030300");
    assertThat(result.err()).contains("2026030299 is ahead of what --soaserial date would make it");
  }

  @Test
  void theSignedZoneCanBeDigested() throws IOException {
    assertThat(owner.sign("--zonemd").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(owner.signedText()).contains("ZONEMD\t42 1 1 ").doesNotContain("ZONEMD\t42 1 2 ");
    assertThat(owner.sign("--zonemd", "sha384,SHA-512").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(owner.signedText()).contains("ZONEMD\t42 1 1 ").contains("ZONEMD\t42 1 2 ");
    assertThat(owner.sign("--zonemd", "sha256").err()).contains("expected sha384 or sha512");
  }

  @Test
  void signaturesThatAreStillGoodCanBeKept() throws IOException {
    owner.sign();
    Files.move(owner.file("db.signed"), owner.file("db"), StandardCopyOption.REPLACE_EXISTING);
    owner.at(CommandLineUser.NOW.plusSeconds(86_400), ZoneId.of("UTC"));
    Result result = owner.sign("--keep-until", "14d");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).contains("signatures     9 kept, 1 made, 1 dropped\n");
    Files.copy(owner.file("db.signed"), owner.file("db"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(owner.sign("--keep-until", "60d", "--json").out())
        .contains("\"renewal\" : {\n    \"kept\" : 0,");
  }
}
