package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** How steps are done, refused, interrupted and shown. */
class RolloverNextCommandTest {
  @TempDir Path folder;
  private RolloverOwner owner;

  @BeforeEach
  void ownASignedZone() throws IOException {
    owner = new RolloverOwner(folder);
  }

  @Test
  void aStepThatIsNotDueIsRefusedUnlessThereIsAReasonWhichIsKept() throws IOException {
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    String signed = Files.readString(owner.file("db.signed"));
    owner.later(RolloverOwner.DNSKEY_WAIT.minusSeconds(1));
    Result early = owner.next();
    assertThat(early.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(early.err())
        .contains("is not due before 2026-03-01 15:15:00Z because caches may hold the DNSKEY RRset")
        .contains("done now: from 2026-03-01 15:14:59Z until", "the zone is bogus for resolvers")
        .contains("--force REASON");
    assertThat(Files.readString(owner.file("db.signed"))).isEqualTo(signed);
    assertThat(owner.next("--force", " ").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(owner.next("--force", "key stolen").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(owner.file("keys.p12.rollover.log")))
        .contains("step 2 of 3 done")
        .contains("; forced: key stolen\n");
    assertThat(owner.user().succeed("rollover", "status").out())
        .contains("A step was done too early", "the zone is bogus for resolvers");
  }

  @Test
  void aStepThatIsWrittenSaysFromWhenTheWaitCounts() {
    assertThat(owner.next("zsk-prepublish").out())
        .contains("into the name servers of the zone now:", "add the delay to --propagation");
  }

  @Test
  void theFirstStepOfAPipeNeedsTheZoneThatIsReplaced() {
    String[] line = {"rollover", "next", "--zone", "example", "--input", "-", "--output", "-"};
    Result blind =
        owner.user().typingIn(ZoneOwner.ZONE).run(ZoneOwner.line(line, "zsk-prepublish"));
    assertThat(blind.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(blind.err()).contains("name the zone that servers have now with --previous");
    String[] shown = ZoneOwner.line(line, "zsk-prepublish", "--previous", "db.signed");
    assertThat(owner.user().typingIn(ZoneOwner.ZONE).run(shown).exitCode())
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void theSerialGoesOnFromTheZoneThatIsOut() throws IOException {
    owner.next("zsk-prepublish");
    owner.later(RolloverOwner.DNSKEY_WAIT);
    assertThat(owner.next().out()).contains("; serial 41 -> 44");
  }

  @Test
  void aLowerTtlDoesNotShortenTheWaitForTheOldOne() throws IOException {
    Files.writeString(owner.file("db"), ZoneOwner.ZONE.replace("$TTL 3600", "$TTL 60"));
    assertThat(owner.next("zsk-prepublish").out()).contains("not before 2026-03-01 15:15 UTC");
  }

  @ParameterizedTest
  @CsvSource({"keys.p12.rollover.log, zsk-prepublish", "dsset-example, ksk-double-signature"})
  void anInterruptedStepIsSimplyRunAgain(String obstacle, String method) throws IOException {
    Path file = owner.file(obstacle);
    Files.deleteIfExists(file);
    Files.createDirectory(file);
    Files.createFile(file.resolve("x"));
    Result interrupted = owner.next(method);
    assertThat(interrupted.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    long keys = keys();
    Files.delete(file.resolve("x"));
    Files.delete(file);
    assertThat(owner.user().succeed("rollover", "status").out()).contains("next  1 of 3");
    Result again = owner.next();
    assertThat(again.out()).startsWith("Done: step 1 of 3 of " + method);
    assertThat(keys()).isEqualTo(keys).isEqualTo(3);
  }

  private long keys() {
    return owner.user().succeed("listkeys", "--zone", "example").out().lines().count() - 1;
  }

  @Test
  void aZoneThatCannotBeReadStopsTheStepAndTheNextRunGoesOn() throws IOException {
    Files.delete(owner.file("db.signed"));
    Files.writeString(owner.file("db"), "@ SOA broken\n");
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(keys()).isEqualTo(2);
    Files.writeString(owner.file("db"), ZoneOwner.ZONE);
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(keys()).isEqualTo(3);
  }

  @Test
  void whichOfTwoKeysIsMeantHasToBeSaid() {
    owner.genkey("ZSK");
    Result result = owner.next("zsk-prepublish");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("one active ZSK of example. to replace but found 2");
  }

  @Test
  void mistakesAreNamed() {
    assertThat(owner.next().err()).contains("no rollover of example. is under way");
    assertThat(owner.next("zsk-prepublsh").err()).contains("did you mean zsk-prepublish?");
    assertThat(owner.next("zsk-prepublish", "--method", "algorithm").err())
        .contains("are two methods");
    assertThat(owner.user().run("rollover").err()).contains("'rollover' needs a second word");
    assertThat(owner.user().run("rollover", "nxt").err()).contains("did you mean rollover next?");
    String[] wrong = RolloverOwner.files("rollover next zsk-prepublish");
    wrong[4] = "exampel";
    assertThat(owner.user().run(wrong).err())
        .contains("has no key of exampel.", "it has keys of example.");
    assertThat(owner.user().run("rollover", "plan", "--zone", "example").err())
        .contains("name the signed zone file with --output");
  }

  @Test
  void statusSaysHowToBeginAndThatTwoGoOnAtOnce() {
    assertThat(owner.user().succeed("rollover", "status").out())
        .contains("example.: no rollover is under way", "shows how to begin");
    owner.next("zsk-prepublish");
    owner.next("ksk-double-signature");
    assertThat(owner.user().succeed("rollover", "status", "--zone", "example").out())
        .contains("zsk-prepublish is under way", "ksk-double-signature is under way")
        .contains("rollover next zsk-prepublish --zone example");
    assertThat(owner.next("algorithm", "--alg", "15").err()).contains("cannot begin while one by");
  }

  @Test
  void aRolloverThatCannotBeReadDoesNotHideOthers() {
    owner.next("zsk-prepublish");
    owner.user().succeed("genkey", "--zone", "other", "--alg", "13", "--friendlyname", "other");
    owner.user().succeed("deletekey", "--force", "ZSK");
    Result result = owner.user().run("rollover", "status");
    assertThat(result.out()).contains("other.: no rollover is under way");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
  }

  @Test
  void signingAgainLeavesWhatTheParentIsToHaveAsItIs() throws IOException {
    owner.next("ksk-prepublish");
    String both = Files.readString(owner.file("dsset-example"));
    assertThat(both.lines()).hasSize(2);
    Result again = owner.user().succeed(RolloverOwner.files("signzone", "--smart"));
    assertThat(again.err()).contains("stay as the rollover under way has written them");
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(owner.file("dsset-example")).hasContent(both);
  }

  @Test
  void aNewZoneOnStdoutIsToBeLoadedToo() {
    String[] toStdout = {"--previous", "db.signed", "--output", "-"};
    String[] line = {"rollover", "next", "zsk-prepublish", "--zone", "example", "--input", "db"};
    assertThat(owner.user().succeed(ZoneOwner.line(line, toStdout)).err())
        .contains("Now:\n  load the zone from stdout into the name servers of the zone now:");
  }
}
