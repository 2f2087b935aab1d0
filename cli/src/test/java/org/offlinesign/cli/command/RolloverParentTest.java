package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** What the parent is to have, and what it shows. */
class RolloverParentTest {
  @TempDir Path folder;
  private RolloverOwner owner;

  @BeforeEach
  void ownASignedZone() throws IOException {
    owner = new RolloverOwner(folder);
  }

  @Test
  void theParentIsHandedExactlyWhatItIsToHaveAndWhenItIsToHaveIt() throws IOException {
    String before = Files.readString(owner.file("dsset-example"));
    owner.next("ksk-double-signature");
    assertThat(Files.readString(owner.file("dsset-example"))).isEqualTo(before);
    owner.later(RolloverOwner.DNSKEY_WAIT);
    assertThat(owner.next().out()).contains("have the parent publish these DS records");
    String after = Files.readString(owner.file("dsset-example"));
    assertThat(after.lines()).hasSize(1);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(owner.file("both"), before + after);
    Result left = owner.next("--parent-ds", "both");
    assertThat(left.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(left.err()).contains("the parent still has a DS record of KSK1");
    Files.writeString(owner.file("dig"), "; <<>> DiG\n" + after.replace("IN DS", "7200 IN DS"));
    assertThat(owner.next("--parent-ds", "dig", "--ds-ttl", "1h").out())
        .contains("not before 2026-03-01 18:15 UTC (in 3 hours)");
  }

  @ParameterizedTest
  @CsvSource({"'', 2026-03-02 13:00 UTC", "--ds-ttl=2h, 2026-03-01 15:00 UTC"})
  void aZoneStaysSignedForAsLongAsTheDsRecordIsCachedAndNotItsAbsence(String option, String due)
      throws IOException {
    Files.writeString(
        owner.file("nodata"),
        """
        ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
        ;; flags: qr aa; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1

        ;; QUESTION SECTION:
        ;example.\t\t\tIN\tDS

        ;; AUTHORITY SECTION:
        .\t\t\t60\tIN\tSOA\ta.root. hostmaster.root. 1 1800 900 604800 60
        """);
    String[] shown = {"--parent-ds", "nodata"};
    String[] line = option.isEmpty() ? shown : ZoneOwner.line(shown, option);
    owner.next("go-insecure");
    assertThat(owner.next(line).out()).contains("not before " + due);
    owner.later(Duration.ofMinutes(59));
    assertThat(owner.next(line).err()).contains("step 2 of 2 of go-insecure", "is not due before");
  }

  @Test
  void anAnswerThatCountsDownDoesNotShortenTheWait() throws IOException {
    owner.next("ksk-double-signature");
    owner.later(RolloverOwner.DNSKEY_WAIT);
    owner.next();
    String ds = Files.readString(owner.file("dsset-example"));
    Files.writeString(owner.file("dig"), ds.replace("IN DS", "7 IN DS"));
    assertThat(owner.next("--parent-ds", "dig").out())
        .contains("not before 2026-03-02 16:15 UTC (in 1 day 1 hour)");
  }

  @Test
  void aShortAnswerIsRefusedWithWhatIsExpected() throws IOException {
    owner.next("ksk-double-signature");
    owner.later(RolloverOwner.DNSKEY_WAIT);
    Files.writeString(owner.file("dig"), "4711 13 2 " + "00".repeat(32) + "\n");
    Result result = owner.next("--parent-ds", "dig");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("all that dig prints without +short");
  }

  @Test
  void aZoneKeepsItsSignaturesWhileTheParentShowsDsRecords() throws IOException {
    String ds = Files.readString(owner.file("dsset-example"));
    Files.writeString(owner.file("none"), "example. NS ns1.example.\n");
    Files.writeString(owner.file("again"), ds);
    owner.next("go-insecure");
    assertThat(owner.next("--parent-ds", "none").out()).startsWith("Done: step 1 of 2");
    owner.later(Duration.ofHours(25));
    Result refused = owner.next("--parent-ds", "again");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(refused.err())
        .contains(
            "the parent still has a DS record of example.; without signatures the zone is bogus")
        .contains("have the parent remove its DS records");
    assertThat(Files.readString(owner.file("db.signed"))).contains("RRSIG");
    Result forced = owner.next("--parent-ds", "again", "--force", "keys are lost");
    assertThat(forced.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(forced.err()).contains("forced although the parent still has a DS record");
    assertThat(Files.readString(owner.file("keys.p12.rollover.log")))
        .contains("; forced: keys are lost\n");
  }

  @Test
  void aParentFileOfAnotherZoneIsRefused() throws IOException {
    owner.next("ksk-double-signature");
    owner.later(RolloverOwner.DNSKEY_WAIT);
    String ds = Files.readString(owner.file("dsset-example"));
    Files.writeString(owner.file("other"), ds.replace("example.", "elsewhere."));
    Result result = owner.next("--parent-ds", "other");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("has no DS records of example., only of elsewhere.");
  }

  @Test
  void cdsRecordsAskForWhatTheParentIsToHaveAtEachStep() throws IOException {
    owner.next("ksk-double-signature", "--cds", "--cdnskey");
    assertThat(cds()).hasSize(1);
    List<String> before = cds();
    owner.later(RolloverOwner.DNSKEY_WAIT);
    assertThat(owner.next("--cds", "--cdnskey").out()).containsPattern("load .*db.signed into");
    assertThat(cds()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  @Test
  void cdsRecordsThatTheTimesOfKeysAskForChangeWithTheParentsStep() throws IOException {
    owner.user().succeed("settime", "KSK", "--sync-publish", "now");
    owner.next("ksk-double-signature");
    List<String> before = cds();
    assertThat(before).hasSize(1);
    owner.later(RolloverOwner.DNSKEY_WAIT);
    owner.next();
    assertThat(cds()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  private List<String> cds() throws IOException {
    return Files.readString(owner.file("db.signed"))
        .lines()
        .filter(line -> line.matches(".*\\sCDS\\s.*"))
        .filter(line -> !line.contains("RRSIG") && !line.contains("NSEC"))
        .map(line -> line.substring(line.indexOf("CDS")))
        .toList();
  }
}
