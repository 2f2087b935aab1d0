package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** A zone is judged by the DS records too that the parent had a moment ago. */
class EarlierDsSetGateTest {
  private static final String[] ZONE = {"--zone", "example"};
  private static final String[] SIGNED = {"--input", "db", "--output", "db.signed"};

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void ownASignedZone() throws IOException {
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
    genkey("KSK", "Old");
    genkey("ZSK", "ZSK");
  }

  private void genkey(String role, String name) {
    String[] key = {"--alg", "13", "--flags", role, "--friendlyname", name};
    user.succeed(ZoneOwner.line(line("genkey"), key));
  }

  private static String[] line(String command, String... more) {
    return ZoneOwner.line(ZoneOwner.line(command.split(" ", -1), ZONE), more);
  }

  private Result run(String command, String... more) {
    return user.run(ZoneOwner.line(line(command, SIGNED), more));
  }

  private Result signWithNewKsk(String... more) {
    String[] gate = {"--smart", "--parent-ds", "new.ds", "--previous", "db.signed"};
    return run("signzone", ZoneOwner.line(gate, more));
  }

  private void later(Duration length) {
    user.at(CommandLineUser.NOW.plus(length), ZoneId.of("UTC"));
  }

  /** The parent has had the DS record of the new KSK alone for ten minutes. */
  private void swapTheDsRecords() {
    genkey("KSK", "New");
    assertThat(run("signzone", "--smart").exitCode()).isEqualTo(ExitCode.DONE);
    user.succeed(line("dsset", "--key", "New", "--format", "dsset", "--output", "new.ds"));
    user.succeed("settime", "New", "--ds-seen", "now");
    user.succeed("settime", "Old", "--ds-gone", "now");
    later(Duration.ofMinutes(10));
    user.succeed("settime", "Old", "--delete", "now");
  }

  @Test
  void aKskStaysInTheZoneWhileCachesMayHaveItsDsRecord() throws IOException {
    swapTheDsRecords();
    byte[] before = Files.readAllBytes(folder.resolve("db.signed"));
    Result early = signWithNewKsk();
    assertThat(early.exitCode()).as(early.err()).isEqualTo(ExitCode.ZONE);
    // An hour for all servers of the parent, and a day for the TTL.
    assertThat(early.err())
        .contains("until 2026-03-02 13:00:00Z the zone is bogus for")
        .contains("the DS set as it was before 2026-03-01 12:00:00Z")
        .contains("assumed: caches may hold the DS set from before 1 change that the timing of")
        .contains("for its TTL of 86400 s", "which takes 3600 s");
    assertThat(Files.readAllBytes(folder.resolve("db.signed"))).isEqualTo(before);
    later(Duration.ofHours(25));
    Result inTime = signWithNewKsk();
    assertThat(inTime.exitCode()).as(inTime.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theTimesOfTheParentAreWhatIsSaid() {
    swapTheDsRecords();
    String[] shorter = {"--parent-propagation", "5m", "--ds-ttl", "5m"};
    Result inTime = signWithNewKsk(shorter);
    assertThat(inTime.exitCode()).as(inTime.err()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void aTtlThatTheParentShowsCounts() throws IOException {
    swapTheDsRecords();
    Path shown = folder.resolve("new.ds");
    Files.writeString(shown, Files.readString(shown).replace("IN DS", "7200 IN DS"));
    assertThat(signWithNewKsk("--ds-ttl", "5m").err())
        .contains("until 2026-03-01 15:00:00Z the zone is bogus for");
  }

  /** Waits for the parent's step of a rollover of the KSK, and does it. */
  private Duration rollUpToTheLastStep(String... options) throws IOException {
    assertThat(run("signzone", "--smart").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(run("rollover next", "ksk-double-signature").exitCode()).isEqualTo(ExitCode.DONE);
    Duration published = Duration.ofHours(4);
    later(published);
    assertThat(run("rollover next").exitCode()).isEqualTo(ExitCode.DONE);
    Files.copy(folder.resolve("dsset-example"), folder.resolve("parent.ds"));
    String[] parent = {"--parent-ds", "parent.ds"};
    Result seen = run("rollover next", ZoneOwner.line(parent, options));
    assertThat(seen.exitCode()).as(seen.err()).isEqualTo(ExitCode.DONE);
    return published;
  }

  @Test
  void aStepThatIsDueIsNotHinderedByTimesThatItsWaitDidNotReckonWith() throws IOException {
    Duration swapped = rollUpToTheLastStep("--parent-propagation", "5s", "--ds-ttl", "10s");
    later(swapped.plusSeconds(15));
    Result last = run("rollover next");
    assertThat(last.exitCode()).as(last.err()).isEqualTo(ExitCode.DONE);
    assertThat(last.err()).doesNotContain("bogus");
  }

  @Test
  void aStepThatIsForcedTellsOfTheDsRecordsThatCachesHold() throws IOException {
    Duration swapped = rollUpToTheLastStep();
    later(swapped.plusMinutes(1));
    Result last = run("rollover next", "--force", "stolen");
    assertThat(last.exitCode()).as(last.err()).isEqualTo(ExitCode.DONE);
    assertThat(last.err())
        .contains("warning: from 2026-03-01 16:01:00Z until 2026-03-02 17:00:00Z the zone is bogus")
        .contains("the DS set as it was before 2026-03-01 16:00:00Z");
  }
}
