package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** What signzone does not write because resolvers could not follow, and that it can be forced. */
class SignZoneGateTest {
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  @TempDir private Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
    owner.at(NOW, ZoneOffset.UTC);
  }

  private void publish() throws IOException {
    Result signed = owner.sign("--dnskey-ttl", "1h");
    assertThat(signed.exitCode()).as(signed.err()).isEqualTo(ExitCode.DONE);
  }

  private Result signWithNext(String... more) {
    return owner.signWith(
        ZoneOwner.line(new String[] {"--signkey", "KSK", "--signkey", "Next"}, more));
  }

  @Test
  void aZoneThatItsOwnDssetFileLeadsIntoIsWritten() throws Exception {
    publish();
    Result again = owner.sign("--parent-ds", "dsset-example", "--previous", "db.signed");
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.err()).isEmpty();
  }

  @Test
  void aZoneThatTheDsSetOfTheParentDoesNotLeadIntoIsNotWritten() throws Exception {
    Files.writeString(
        owner.file("parent.ds"), "example. 3600 IN DS 1 8 2 " + "AB".repeat(32) + "\n");
    Result result = owner.sign("--parent-ds", "parent.ds");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err())
        .contains("from 2026-12-01 00:00:00Z on, until it is mended, the zone is bogus for")
        .contains("the DS set names 1 (RSASHA256)")
        .contains("so nothing was written");
    assertThat(owner.file("db.signed")).doesNotExist();
    assertThat(owner.file("dsset-example")).doesNotExist();
  }

  @Test
  void aZskIsNotReplacedAtOnceEvenIfTheOutputIsThePreviousZone() throws Exception {
    publish();
    byte[] before = Files.readAllBytes(owner.file("db.signed"));
    Result result = signWithNext("--previous", "db.signed");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.ZONE);
    // 8100 s for all servers, by the SOA record; then an hour for the TTL.
    assertThat(result.err())
        .contains("from 2026-12-01 00:00:00Z until 2026-12-01 03:15:00Z the zone is bogus for")
        .contains("db.signed and data of the new zone: ")
        .contains("assumed: every server of example. has the new zone")
        .contains("after 8100 s")
        .contains("--force REASON writes it all the same");
    assertThat(Files.readAllBytes(owner.file("db.signed"))).isEqualTo(before);
  }

  @Test
  void aStepOfAProperRolloverIsWritten() throws Exception {
    assertThat(owner.sign("--addkey", "Next").exitCode()).isEqualTo(ExitCode.DONE);
    Result swap = signWithNext("--addkey", "ZSK", "--previous", "db.signed");
    assertThat(swap.exitCode()).as(swap.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void anOlderZoneThatCachesHoldCountsAsWell() throws Exception {
    publish();
    Files.move(owner.file("db.signed"), owner.file("oldest.signed"));
    Result publication =
        owner.signFile("db", "db.signed", "--addkey", "Next", "--soaserial", "unixtime");
    assertThat(publication.exitCode()).isEqualTo(ExitCode.DONE);
    Result swap =
        signWithNext("--addkey", "ZSK", "--previous", "db.signed", "--previous", "oldest.signed");
    assertThat(swap.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(swap.err()).contains("oldest.signed and data of the new zone");
  }

  @Test
  void aKeyPublishedTenMinutesAgoIsNotInAllCachesYet() throws Exception {
    Result made =
        owner.run(
            "genkey --length 1024 --zone example --friendlyname Fresh --publish -10m".split(" "));
    assertThat(made.exitCode()).as(made.err()).isEqualTo(ExitCode.DONE);
    assertThat(owner.sign("--addkey", "Fresh").exitCode()).isEqualTo(ExitCode.DONE);
    String[] swap = {"--signkey", "KSK", "--signkey", "Fresh", "--addkey", "ZSK"};
    Result early = owner.signWith(ZoneOwner.line(swap, "--previous", "db.signed"));
    assertThat(early.exitCode()).as(early.err()).isEqualTo(ExitCode.ZONE);
    assertThat(early.err())
        .contains("the DNSKEY RRset of the zone as it was before 2026-11-30 23:50:00Z and data of")
        .contains("until 2026-12-01 03:05:00Z")
        .contains("assumed: caches may hold the zone from before 1 change");
    owner.at(Instant.parse("2026-12-01T03:05:00Z"), ZoneOffset.UTC);
    Result inTime = owner.signWith(ZoneOwner.line(swap, "--previous", "db.signed"));
    assertThat(inTime.exitCode()).as(inTime.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theSerialComesAfterThatOfTheZoneThatIsOut() throws Exception {
    publish();
    Files.writeString(owner.file("db"), ZoneOwner.ZONE + "new A 192.0.2.4\n");
    Result again = owner.signFile("db", "db.second", "--previous", "db.signed");
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).containsPattern("serial +41 -> 43\n");
    assertThat(again.err()).isEmpty();
  }

  @Test
  void ofSeveralZonesThatAreOutTheHighestSerialCountsWithoutASealToo() throws Exception {
    publish();
    // Of another tool, not signed: 50 is lower as a number, but higher as a serial (RFC 1982).
    Files.writeString(owner.file("late"), ZoneOwner.ZONE.replace(" 41 ", " 4294967290 "));
    Files.writeString(owner.file("later"), ZoneOwner.ZONE.replace(" 41 ", " 50 "));
    String[] rising = {"--previous", "db.signed", "--previous", "late", "--previous", "later"};
    String[] falling = {"--previous", "later", "--previous", "late", "--previous", "db.signed"};
    for (String[] files : List.of(rising, falling)) {
      Result again = owner.signFile("late", "db.second", files);
      assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
      assertThat(again.out()).containsPattern("serial +4294967290 -> 51\n");
    }
  }

  @Test
  void aSerialOfTheInputThatIsAheadIsNotTurnedBack() throws Exception {
    publish();
    Files.writeString(owner.file("db"), ZoneOwner.ZONE.replace(" 41 ", " 100 "));
    Result again = owner.signFile("db", "db.second", "--previous", "db.signed");
    assertThat(again.out()).containsPattern("serial +100 -> 101\n");
  }

  @Test
  void unixtimeComesAfterASerialThatIsAheadOfTheClock() throws Exception {
    Files.writeString(owner.file("db.out"), ZoneOwner.ZONE.replace(" 41 ", " 2000000000 "));
    Result signed =
        owner.sign("--previous", "db.out", "--soaserial", "unixtime", "--force", "not signed yet");
    assertThat(signed.exitCode()).as(signed.err()).isEqualTo(ExitCode.DONE);
    assertThat(signed.out()).containsPattern("serial +41 -> 2000000001\n");
    assertThat(signed.err())
        .contains("the serial 2000000000 is ahead of what --soaserial unixtime would make it");
  }

  @Test
  void aSerialThatIsKeptAndNoAdvanceIsWarnedOf() throws Exception {
    publish();
    Result again =
        owner.signFile("db", "db.second", "--previous", "db.signed", "--soaserial", "keep");
    assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCode.DONE);
    assertThat(again.err())
        .contains("warning: the serial 41, which --soaserial keep leaves as it is, does not come")
        .contains("after 42, which name servers have: secondaries do not fetch the zone");

    Files.writeString(owner.file("db"), ZoneOwner.ZONE.replace(" 41 ", " 43 "));
    Result counted =
        owner.signFile("db", "db.second", "--previous", "db.signed", "--soaserial", "keep");
    assertThat(counted.out()).containsPattern("serial +43 -> 43\n");
    assertThat(counted.err()).isEmpty();
  }

  @Test
  void propagationIsWhatIsSaid() throws Exception {
    publish();
    Result result = signWithNext("--previous", "db.signed", "--propagation", "1m");
    assertThat(result.err()).contains("until 2026-12-01 01:01:00Z").contains("after 60 s");
  }

  @Test
  void withAReasonTheZoneIsWrittenAndWhatItBreaksIsTold() throws Exception {
    publish();
    byte[] before = Files.readAllBytes(owner.file("db.signed"));
    Result result = signWithNext("--previous", "db.signed", "--force", "the ZSK was stolen");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("warning: from 2026-12-01 00:00:00Z until")
        .contains("written all the same, because of --force: the ZSK was stolen");
    assertThat(Files.readAllBytes(owner.file("db.signed"))).isNotEqualTo(before);
  }

  @Test
  void theFirstTimeThereIsNoPreviousZone() {
    Result first = owner.sign("--previous", "db.signed");
    assertThat(first.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(first.err())
        .containsPattern("there is no file .*db.signed, which --previous names\n")
        .contains("leave --previous out the first time, when no signed zone is out yet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --propagation 1h                 | USAGE | --propagation is of use with --previous alone
          --ds-ttl 1h                      | USAGE | --ds-ttl are of use with --parent-ds alone
          --force stolen                   | USAGE | neither is there
          --previous none                  | ENVIRONMENT | there is no file
          --parent-ds none                 | ENVIRONMENT | there is no file
          --parent-ds db                   | ZONE | has no DS records of example.
          --previous db --force=           | USAGE | --force needs a reason
          --previous db --dnssec-only --soaserial keep --ds add --dnskey add | USAGE | cannot judge
          """)
  void whatIsOfNoUseIsRefused(String options, ExitCode exitCode, String message) {
    Result result = owner.sign(options.split(" "));
    assertThat(result.err()).contains(message);
    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(List.of(folder.toFile().list())).doesNotContain("db.signed");
  }
}
