package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;

class RolloverCommandsTest {
  /** Refresh and retry of the zone, and its TTL of an hour. */
  private static final Duration DNSKEY_WAIT = Duration.ofMinutes(120 + 15 + 60);

  @TempDir Path folder;
  private CommandLineUser user;

  @BeforeEach
  void ownASignedZone() throws IOException {
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE);
    user =
        new CommandLineUser(folder)
            .with("OFFLINESIGN_PASSWORD", "secret")
            .with("OFFLINESIGN_KEYSTORE", "keys.p12");
    genkey("KSK");
    genkey("ZSK");
    user.succeed(files("signzone", "--smart"));
  }

  private void genkey(String role) {
    user.succeed(
        "genkey", "--zone", "example", "--alg", "13", "--flags", role, "--friendlyname", role);
  }

  private static String[] files(String command, String... more) {
    String[] line = {"--zone", "example", "--input", "db", "--output", "db.signed"};
    String[] words = command.split(" ", -1);
    return ZoneOwner.line(ZoneOwner.line(words, line), more);
  }

  private Result next(String... more) {
    return user.run(files("rollover next", more));
  }

  private void later(Duration length) {
    user.at(CommandLineUser.NOW.plus(length), ZoneId.of("UTC"));
  }

  @Test
  void withoutAMethodThePlanListsThoseThatFitAndWhyOthersDoNot() {
    Result result = user.succeed(files("rollover plan"));
    assertThat(result.out())
        .containsPattern("\n {2}zsk-prepublish +6 hours 30 minutes +3 steps, ")
        .containsPattern("\n {2}ksk-double-signature +1 day 4 hours +3 steps, ")
        .doesNotContain("algorithm");
    assertThat(result.err()).startsWith("not algorithm: expected the algorithm");
  }

  @Test
  void signingAgainLeavesWhatTheParentIsToHaveAsItIs() throws IOException {
    next("ksk-prepublish");
    String both = Files.readString(folder.resolve("dsset-example"));
    assertThat(both.lines()).hasSize(2);
    Result again = user.succeed(files("signzone", "--smart"));
    assertThat(again.err()).contains("stay as the rollover under way has written them");
    assertThat(next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(folder.resolve("dsset-example")).hasContent(both);
  }

  @Test
  void aRolloverThatCannotBeReadDoesNotHideOthers() {
    next("zsk-prepublish");
    user.succeed("genkey", "--zone", "other", "--alg", "13", "--friendlyname", "other");
    user.succeed("deletekey", "--force", "ZSK");
    Result result = user.run("rollover", "status");
    assertThat(result.out()).contains("other.: no rollover is under way");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
  }

  @Test
  void aPlanSaysWhenAndWhyAndWhatToType() {
    user.at(CommandLineUser.NOW, ZoneId.of("Europe/Berlin"));
    assertThat(user.succeed(files("rollover plan zsk-prepublish")).out())
        .contains("Keys: ZSK1 (tag ", ", ZSK2 (to be made)\n")
        .contains(
            """
            1. publish ZSK2; ZSK1 goes on signing
               now: it can be done at once
            """)
        .contains(
            """
                 offlinesign rollover next zsk-prepublish --zone example --input db --output db.signed
               or by hand:
                 offlinesign genkey --zone example --flags ZSK --alg ecdsap256sha256 --friendlyname ZSK-example-20260301
                 offlinesign signzone --zone example --input db --output db.signed --signkey ZSK --addkey ZSK-example-20260301 --signkey KSK
            """)
        .contains(
            "   not before 2026-03-01 16:15 CET (in 3 hours 15 minutes): caches may hold the DNSKEY"
                + " RRset of before for 3600 s after")
        .contains("--addkey ZSK --signkey ZSK-example-20260301 --signkey KSK\n");
  }

  @Test
  void theLinesByHandDoWhatTheirStepsSay() {
    String plan = user.succeed(files("rollover plan ksk-double-signature")).out();
    List<String> lines =
        plan.lines()
            .map(String::strip)
            .filter(line -> line.startsWith("offlinesign ") && !line.contains("rollover next"))
            .toList();
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      user.succeed(List.of(words).subList(1, words.length).toArray(String[]::new));
    }
    assertThat(user.succeed("verifyzone", "--zone", "example", "db.signed").out())
        .containsPattern("KSK \\d+ +ECDSAP256SHA256, 1 valid signature");
  }

  @Test
  void aPlanAsJsonHasEveryStep() throws IOException {
    String json = user.succeed(files("rollover plan ksk-prepublish", "--json")).out();
    Map<String, Object> plan = JSON.std.mapFrom(json);
    assertThat(plan).containsEntry("method", "ksk-prepublish").containsEntry("underWay", false);
    assertThat((List<?>) plan.get("steps")).hasSize(3);
    assertThat(json)
        .contains("\"actor\" : \"parent\"", "\"present\" : [\n          \"KSK2\"")
        .contains("\"end\" : \"2026-03-02T16:15:00Z\"");
  }

  @Test
  void theCalendarHasTheDatesToComeAndKeepsTheirIdentity() throws IOException {
    String[] line = files("rollover plan zsk-prepublish", "--ics", "dates.ics");
    user.succeed(line);
    String first = Files.readString(folder.resolve("dates.ics"));
    later(Duration.ofHours(1));
    user.succeed(line);
    String second = Files.readString(folder.resolve("dates.ics"));
    assertThat(first.split("\r\n", -1))
        .allSatisfy(
            text -> {
              assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
              assertThat(text).doesNotContain("\n");
            });
    List<VEvent> events = events(first);
    assertThat(events).hasSize(3);
    assertThat(events.get(1).getSummary().getValue())
        .isEqualTo("example. zsk-prepublish step 2 of 3: sign with ZSK2; ZSK1 stays published");
    assertThat(events.get(1).getDateStart().getValue())
        .isEqualTo(Date.from(CommandLineUser.NOW.plus(DNSKEY_WAIT)));
    assertThat(events.get(1).getDateTimeStamp().getValue())
        .isEqualTo(Date.from(CommandLineUser.NOW));
    assertThat(events(second)).extracting(e -> e.getUid().getValue()).doesNotHaveDuplicates();
    assertThat(events(second))
        .extracting(e -> e.getUid().getValue())
        .isEqualTo(events.stream().map(e -> e.getUid().getValue()).toList());
  }

  private static List<VEvent> events(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
    return calendar.getEvents();
  }

  @Test
  void aCalendarOnStdoutStandsAlone() {
    Result result = user.succeed(files("rollover plan zsk-prepublish", "--ics", "-"));
    assertThat(result.out()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(result.err()).contains("zsk-prepublish for example.");
    assertThat(user.run(files("rollover plan zsk-prepublish", "--ics", "-", "--json")).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aStepThatIsNotDueIsRefusedUnlessThereIsAReasonWhichIsKept() throws IOException {
    assertThat(next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    String signed = Files.readString(folder.resolve("db.signed"));
    later(DNSKEY_WAIT.minusSeconds(1));
    Result early = next();
    assertThat(early.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(early.err())
        .contains("is not due before 2026-03-01 15:15:00Z because caches may hold the DNSKEY RRset")
        .contains("done now: from 2026-03-01 15:14:59Z until", "the zone is bogus for resolvers")
        .contains("--force REASON");
    assertThat(Files.readString(folder.resolve("db.signed"))).isEqualTo(signed);
    assertThat(next("--force", " ").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(next("--force", "key stolen").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(Files.readString(folder.resolve("keys.p12.rollover.log")))
        .contains("step 2 of 3 done")
        .contains("; forced: key stolen\n");
    assertThat(user.succeed("rollover", "status").out())
        .contains("A step was done too early", "the zone is bogus for resolvers");
  }

  @Test
  void aStepThatIsWrittenSaysFromWhenTheWaitCounts() {
    assertThat(next("zsk-prepublish").out())
        .contains("into the name servers of the zone now:", "add the delay to --propagation");
  }

  @Test
  void theFirstStepOfAPipeNeedsTheZoneThatIsReplaced() {
    String[] line = {"rollover", "next", "--zone", "example", "--input", "-", "--output", "-"};
    Result blind = user.typingIn(ZoneOwner.ZONE).run(ZoneOwner.line(line, "zsk-prepublish"));
    assertThat(blind.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(blind.err()).contains("name the zone that servers have now with --previous");
    String[] shown = ZoneOwner.line(line, "zsk-prepublish", "--previous", "db.signed");
    assertThat(user.typingIn(ZoneOwner.ZONE).run(shown).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void theSerialGoesOnFromTheZoneThatIsOut() throws IOException {
    next("zsk-prepublish");
    later(DNSKEY_WAIT);
    assertThat(next().out()).contains("; serial 41 -> 44");
  }

  @Test
  void aLowerTtlDoesNotShortenTheWaitForTheOldOne() throws IOException {
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE.replace("$TTL 3600", "$TTL 60"));
    assertThat(next("zsk-prepublish").out()).contains("not before 2026-03-01 15:15 UTC");
  }

  @Test
  void theParentIsHandedExactlyWhatItIsToHaveAndWhenItIsToHaveIt() throws IOException {
    String before = Files.readString(folder.resolve("dsset-example"));
    next("ksk-double-signature");
    assertThat(Files.readString(folder.resolve("dsset-example"))).isEqualTo(before);
    later(DNSKEY_WAIT);
    assertThat(next().out()).contains("have the parent publish these DS records");
    String after = Files.readString(folder.resolve("dsset-example"));
    assertThat(after.lines()).hasSize(1);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(folder.resolve("both"), before + after);
    Result left = next("--parent-ds", "both");
    assertThat(left.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(left.err()).contains("the parent still has a DS record of KSK1");
    Files.writeString(folder.resolve("dig"), "; <<>> DiG\n" + after.replace("IN DS", "7200 IN DS"));
    assertThat(next("--parent-ds", "dig", "--ds-ttl", "1h").out())
        .contains("not before 2026-03-01 18:15 UTC (in 3 hours)");
  }

  @ParameterizedTest
  @CsvSource({"'', 2026-03-02 13:00 UTC", "--ds-ttl=2h, 2026-03-01 15:00 UTC"})
  void aZoneStaysSignedForAsLongAsTheDsRecordIsCachedAndNotItsAbsence(String option, String due)
      throws IOException {
    Files.writeString(
        folder.resolve("nodata"),
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
    next("go-insecure");
    assertThat(next(line).out()).contains("not before " + due);
    later(Duration.ofMinutes(59));
    assertThat(next(line).err()).contains("step 2 of 2 of go-insecure", "is not due before");
  }

  @Test
  void anAnswerThatCountsDownDoesNotShortenTheWait() throws IOException {
    next("ksk-double-signature");
    later(DNSKEY_WAIT);
    next();
    String ds = Files.readString(folder.resolve("dsset-example"));
    Files.writeString(folder.resolve("dig"), ds.replace("IN DS", "7 IN DS"));
    assertThat(next("--parent-ds", "dig").out())
        .contains("not before 2026-03-02 16:15 UTC (in 1 day 1 hour)");
  }

  @Test
  void aShortAnswerIsRefusedWithWhatIsExpected() throws IOException {
    next("ksk-double-signature");
    later(DNSKEY_WAIT);
    Files.writeString(folder.resolve("dig"), "4711 13 2 " + "00".repeat(32) + "\n");
    Result result = next("--parent-ds", "dig");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("all that dig prints without +short");
  }

  @Test
  void aZoneKeepsItsSignaturesWhileTheParentShowsDsRecords() throws IOException {
    String ds = Files.readString(folder.resolve("dsset-example"));
    Files.writeString(folder.resolve("none"), "example. NS ns1.example.\n");
    Files.writeString(folder.resolve("again"), ds);
    next("go-insecure");
    assertThat(next("--parent-ds", "none").out()).startsWith("Done: step 1 of 2");
    later(Duration.ofHours(25));
    Result refused = next("--parent-ds", "again");
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(refused.err())
        .contains(
            "the parent still has a DS record of example.; without signatures the zone is bogus")
        .contains("have the parent remove its DS records");
    assertThat(Files.readString(folder.resolve("db.signed"))).contains("RRSIG");
    Result forced = next("--parent-ds", "again", "--force", "keys are lost");
    assertThat(forced.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(forced.err()).contains("forced although the parent still has a DS record");
    assertThat(Files.readString(folder.resolve("keys.p12.rollover.log")))
        .contains("; forced: keys are lost\n");
  }

  @Test
  void aParentFileOfAnotherZoneIsRefused() throws IOException {
    next("ksk-double-signature");
    later(DNSKEY_WAIT);
    String ds = Files.readString(folder.resolve("dsset-example"));
    Files.writeString(folder.resolve("other"), ds.replace("example.", "elsewhere."));
    Result result = next("--parent-ds", "other");
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("has no DS records of example., only of elsewhere.");
  }

  @Test
  void cdsRecordsAskForWhatTheParentIsToHaveAtEachStep() throws IOException {
    next("ksk-double-signature", "--cds", "--cdnskey");
    assertThat(cds()).hasSize(1);
    List<String> before = cds();
    later(DNSKEY_WAIT);
    assertThat(next("--cds", "--cdnskey").out()).containsPattern("load .*db.signed into");
    assertThat(cds()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  @Test
  void cdsRecordsThatTheTimesOfKeysAskForChangeWithTheParentsStep() throws IOException {
    user.succeed("settime", "KSK", "--sync-publish", "now");
    next("ksk-double-signature");
    List<String> before = cds();
    assertThat(before).hasSize(1);
    later(DNSKEY_WAIT);
    next();
    assertThat(cds()).hasSize(1).doesNotContainAnyElementsOf(before);
  }

  private List<String> cds() throws IOException {
    return Files.readString(folder.resolve("db.signed"))
        .lines()
        .filter(line -> line.matches(".*\\sCDS\\s.*"))
        .filter(line -> !line.contains("RRSIG") && !line.contains("NSEC"))
        .map(line -> line.substring(line.indexOf("CDS")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"keys.p12.rollover.log, zsk-prepublish", "dsset-example, ksk-double-signature"})
  void anInterruptedStepIsSimplyRunAgain(String obstacle, String method) throws IOException {
    Path file = folder.resolve(obstacle);
    Files.deleteIfExists(file);
    Files.createDirectory(file);
    Files.createFile(file.resolve("x"));
    Result interrupted = next(method);
    assertThat(interrupted.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    long keys = keys();
    Files.delete(file.resolve("x"));
    Files.delete(file);
    assertThat(user.succeed("rollover", "status").out()).contains("next  1 of 3");
    Result again = next();
    assertThat(again.out()).startsWith("Done: step 1 of 3 of " + method);
    assertThat(keys()).isEqualTo(keys).isEqualTo(3);
  }

  private long keys() {
    return user.succeed("listkeys", "--zone", "example").out().lines().count() - 1;
  }

  @Test
  void aZoneThatCannotBeReadStopsTheStepAndTheNextRunGoesOn() throws IOException {
    Files.delete(folder.resolve("db.signed"));
    Files.writeString(folder.resolve("db"), "@ SOA broken\n");
    assertThat(next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(keys()).isEqualTo(2);
    Files.writeString(folder.resolve("db"), ZoneOwner.ZONE);
    assertThat(next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(keys()).isEqualTo(3);
  }

  @Test
  void whichOfTwoKeysIsMeantHasToBeSaid() {
    genkey("ZSK");
    Result result = next("zsk-prepublish");
    assertThat(result.exitCode()).isEqualTo(ExitCode.KEYS);
    assertThat(result.err()).contains("one active ZSK of example. to replace but found 2");
  }

  @Test
  void mistakesAreNamed() {
    assertThat(next().err()).contains("no rollover of example. is under way");
    assertThat(next("zsk-prepublsh").err()).contains("did you mean zsk-prepublish?");
    assertThat(next("zsk-prepublish", "--method", "algorithm").err()).contains("are two methods");
    assertThat(user.run("rollover").err()).contains("'rollover' needs a second word");
    assertThat(user.run("rollover", "nxt").err()).contains("did you mean rollover next?");
    String[] wrong = files("rollover next zsk-prepublish");
    wrong[4] = "exampel";
    assertThat(user.run(wrong).err()).contains("has no key of exampel.", "it has keys of example.");
    assertThat(user.run("rollover", "plan", "--zone", "example").err())
        .contains("name the signed zone file with --output");
  }

  @Test
  void statusSaysHowToBeginAndThatTwoGoOnAtOnce() {
    assertThat(user.succeed("rollover", "status").out())
        .contains("example.: no rollover is under way", "shows how to begin");
    next("zsk-prepublish");
    next("ksk-double-signature");
    assertThat(user.succeed("rollover", "status", "--zone", "example").out())
        .contains("zsk-prepublish is under way", "ksk-double-signature is under way")
        .contains("rollover next zsk-prepublish --zone example");
    assertThat(next("algorithm", "--alg", "15").err()).contains("cannot begin while one by");
  }
}
