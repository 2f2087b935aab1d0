package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

/** Signing with the keys that their timing chooses, at a time of one's choice. */
class SmartSigningTest {
  private static final String ZONE = "example.com";

  @TempDir private Path folder;
  private CommandLineUser user;

  @BeforeEach
  void sitDown() throws IOException {
    user = new CommandLineUser(folder).with("OFFLINESIGN_PASSWORD", "secret");
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE);
  }

  private void makeKey(String name, String... options) {
    String[] genkey = {"genkey", "--zone", ZONE, "--alg", "13", "--friendlyname", name};
    user.succeed(ZoneOwner.line(genkey, options));
  }

  private Result sign(String... options) {
    String[] line = {"signzone", "--input", "db", "--output", "db.signed", "--zone", ZONE};
    return user.run(ZoneOwner.line(line, options));
  }

  private Result smart(String... options) {
    Result result = sign(ZoneOwner.line(new String[] {"--smart"}, options));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    return result;
  }

  private void makeKeysOfARollover() {
    makeKey("KSK", "--flags", "KSK");
    makeKey("old", "--inactive", "+30d", "--delete", "+40d");
    makeKey("new", "--publish", "+20d", "--activate", "+30d");
  }

  @Test
  void theClockDecidesWhichKeysAreInTheZoneAndWhichSign() {
    makeKeysOfARollover();
    String zsks = "  ZSK \\d+ +ECDSAP256SHA256, ";
    assertThat(smart().out())
        .containsOnlyOnce("  ZSK ")
        .contains("  sign again on 2026-03-21 12:00 UTC, when a key changes its state\n");
    assertThat(smart("--now", "20260325000000Z").out())
        .containsPattern(zsks + "[1-9]")
        .containsPattern(zsks + "0 signatures");
    assertThat(smart("--now", "+31d").out())
        .containsPattern(zsks + "[1-9]")
        .containsPattern(zsks + "0 signatures")
        .contains("sign again on 2026-04-10 12:00 UTC");
    assertThat(smart("--now", "+41d").out()).containsOnlyOnce("  ZSK ").doesNotContain("again on");
  }

  @Test
  void allTimesOfTheRunAreReckonedFromTheTimeThatIsSaid() throws IOException {
    makeKeysOfARollover();
    user.at(CommandLineUser.NOW, ZoneId.of("Europe/Berlin"));
    Result result =
        smart("--now", "20260701120000", "--end", "+10d", "--soaserial", "date", "--json");
    assertThat(result.out().replaceAll("\\s+", ""))
        .contains(
            "\"inception\":\"2026-07-01T09:00:00Z\"", "\"expiration\":\"2026-07-11T10:00:00Z\"");
    assertThat(Files.readString(folder.resolve("db.signed"))).contains(" 2026070100 ");
  }

  @Test
  void theJsonReportTellsWhenAKeyChanges() {
    makeKeysOfARollover();
    assertThat(smart("--json").out().replaceAll("\\s+", ""))
        .contains("\"nextKeyChange\":\"2026-03-21T12:00:00Z\"");
    String[] named = {"--json", "--signkey", "KSK", "--signkey", "old"};
    assertThat(sign(named).out()).contains("\"signatures\"").doesNotContain("nextKeyChange");
  }

  @Test
  void aSingleKskSignsEverythingAndTheUserIsTold() {
    makeKey("KSK", "--flags", "KSK");
    assertThat(smart().err())
        .containsPattern("notice: the KSK \\d+ signs everything, because there is no ZSK with");
    assertThat(smart("--quiet").err()).isEmpty();
  }

  @Test
  void keysThatAreNamedBesideAreRefused() {
    makeKeysOfARollover();
    for (String option :
        new String[] {"--signkey", "--signkey-allrr", "--signkey-unpublished", "--addkey"}) {
      Result result = sign("--smart", option, "KSK");
      assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(result.err()).contains("--smart chooses the keys by their timing");
    }
  }

  @Test
  void keysThatAreAllAsleepAreRefusedWithTheirStates() {
    makeKeysOfARollover();
    user.succeed("deletekey", "old", "--force");
    Result refused = sign("--smart", "--now", "+25d");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(refused.err())
        .contains("no ZSK of example.com. with ECDSAP256SHA256 is active at 2026-03-26T12:00:00Z")
        .contains(" is published, active from 2026-03-31T12:00:00Z");
    String[] line = {"signzone", "--input", "db", "--output", "s", "--zone", "example.net"};
    assertThat(user.run(ZoneOwner.line(line, "--smart")).err())
        .contains(
            "error: the key store has no key of example.net.\n  `offlinesign genkey` makes one");
  }

  @Test
  void aKeyThatIsNotInTheZoneMaySign() throws IOException {
    makeKey("KSK", "--flags", "KSK");
    makeKey("old");
    user.succeed("genkey", "--zone", ZONE, "--alg", "15", "--friendlyname", "new");
    String[] keys = {"--signkey", "KSK", "--signkey", "old", "--signkey-unpublished", "new"};
    Result result = sign(keys);
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(folder.resolve("db.signed")))
        .containsPattern("RRSIG\tA 15 ")
        .doesNotContainPattern("DNSKEY\t\\d+ 3 15 ");
  }
}
