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
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.w3c.dom.Document;

/** What a plan says, in words, as JSON and in a calendar. */
class RolloverPlanCommandTest {
  @TempDir Path folder;
  private RolloverOwner owner;

  @BeforeEach
  void ownASignedZone() throws IOException {
    owner = new RolloverOwner(folder);
  }

  @Test
  void withoutAMethodThePlanListsThoseThatFitAndWhyOthersDoNot() {
    Result result = owner.user().succeed(RolloverOwner.files("rollover plan"));
    assertThat(result.out())
        .containsPattern("\n {2}zsk-prepublish +6 hours 30 minutes +3 steps, ")
        .containsPattern("\n {2}ksk-double-signature +1 day 4 hours +3 steps, ")
        .doesNotContain("algorithm");
    assertThat(result.err())
        .startsWith(
            "algorithm is not possible: the algorithm that the new keys are to have is not named; name");
  }

  @Test
  void aPlanSaysWhenAndWhyAndWhatToType() {
    owner.user().at(CommandLineUser.NOW, ZoneId.of("Europe/Berlin"));
    assertThat(owner.user().succeed(RolloverOwner.files("rollover plan zsk-prepublish")).out())
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
    String plan =
        owner.user().succeed(RolloverOwner.files("rollover plan ksk-double-signature")).out();
    List<String> lines =
        plan.lines()
            .map(String::strip)
            .filter(line -> line.startsWith("offlinesign ") && !line.contains("rollover next"))
            .toList();
    assertThat(lines).hasSize(4);
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      owner.user().succeed(List.of(words).subList(1, words.length).toArray(String[]::new));
    }
    assertThat(owner.user().succeed("verifyzone", "--zone", "example", "db.signed").out())
        .containsPattern("KSK \\d+ +ECDSAP256SHA256, 1 valid signature");
  }

  @Test
  void aPlanAsJsonHasEveryStep() throws IOException {
    String json =
        owner.user().succeed(RolloverOwner.files("rollover plan ksk-prepublish", "--json")).out();
    Map<String, Object> plan = JSON.std.mapFrom(json);
    assertThat(plan).containsEntry("method", "ksk-prepublish").containsEntry("underWay", false);
    assertThat((List<?>) plan.get("steps")).hasSize(3);
    assertThat(json)
        .contains("\"actor\" : \"parent\"", "\"present\" : [\n          \"KSK2\"")
        .contains("\"end\" : \"2026-03-02T16:15:00Z\"");
  }

  @Test
  void theCalendarHasTheDatesToComeAndKeepsTheirIdentity() throws IOException {
    String[] line = RolloverOwner.files("rollover plan zsk-prepublish", "--ics", "dates.ics");
    owner.user().succeed(line);
    String first = Files.readString(owner.file("dates.ics"));
    owner.later(Duration.ofHours(1));
    owner.user().succeed(line);
    String second = Files.readString(owner.file("dates.ics"));
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
        .isEqualTo(Date.from(CommandLineUser.NOW.plus(RolloverOwner.DNSKEY_WAIT)));
    assertThat(events.get(1).getDateTimeStamp().getValue())
        .isEqualTo(Date.from(CommandLineUser.NOW));
    assertThat(events(second)).extracting(e -> e.getUid().getValue()).doesNotHaveDuplicates();
    assertThat(events(second))
        .extracting(e -> e.getUid().getValue())
        .isEqualTo(events.stream().map(e -> e.getUid().getValue()).toList());
  }

  @Test
  void theNextRolloverOfTheSameKindHasEventsOfItsOwn() throws IOException {
    String[] line = RolloverOwner.files("rollover plan zsk-prepublish", "--ics", "dates.ics");
    owner.user().succeed(line);
    List<String> first = uids();
    assertThat(owner.next("zsk-prepublish").exitCode()).isEqualTo(ExitCode.DONE);
    owner.user().succeed(line);
    assertThat(first).as("those that remain are the same").containsAll(uids());
    assertThat(uids()).hasSameSizeAs(first.subList(1, first.size()));
    owner.later(Duration.ofHours(4));
    assertThat(owner.next().exitCode()).isEqualTo(ExitCode.DONE);
    owner.later(Duration.ofHours(8));
    assertThat(owner.next().exitCode()).isEqualTo(ExitCode.DONE);
    owner.later(Duration.ofDays(2));
    owner.user().succeed(line);
    assertThat(uids()).hasSameSizeAs(first).doesNotContainAnyElementsOf(first);
  }

  private List<String> uids() throws IOException {
    return events(Files.readString(owner.file("dates.ics"))).stream()
        .map(event -> event.getUid().getValue())
        .toList();
  }

  @Test
  void theCalendarReplacesNeitherZoneNorKeys() throws IOException {
    Files.writeString(owner.file("keys.pem"), "-----BEGIN PRIVATE KEY-----\n");
    Files.writeString(owner.file("other"), ZoneOwner.ZONE);
    for (String file : List.of("other", "keys.pem")) {
      byte[] before = Files.readAllBytes(owner.file(file));
      CommandLineUser.Result result =
          owner.user().run(RolloverOwner.files("rollover plan zsk-prepublish", "--ics", file));
      assertThat(result.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(result.err()).contains("error: ", file, "no calendar", "name another file");
      assertThat(owner.file(file)).hasBinaryContent(before);
    }
  }

  private static List<VEvent> events(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
    return calendar.getEvents();
  }

  @Test
  void aCalendarOnStdoutStandsAlone() {
    Result result =
        owner.user().succeed(RolloverOwner.files("rollover plan zsk-prepublish", "--ics", "-"));
    assertThat(result.out()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(result.err()).contains("zsk-prepublish for example.");
    assertThat(
            owner
                .user()
                .run(RolloverOwner.files("rollover plan zsk-prepublish", "--ics", "-", "--json"))
                .exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theListOfMethodsRoundsAsThePlanDoes() {
    owner.user().at(CommandLineUser.NOW.plusSeconds(30), ZoneId.of("UTC"));
    assertThat(owner.user().succeed(RolloverOwner.files("rollover plan zsk-prepublish")).out())
        .contains("3 steps, the last 2026-03-01 18:31 UTC (in 6 hours 30 minutes) at the earliest");
    owner.user().at(CommandLineUser.NOW.plusMillis(30_500), ZoneId.of("UTC"));
    assertThat(owner.user().succeed(RolloverOwner.files("rollover plan")).out())
        .containsPattern("\n {2}zsk-prepublish +6 hours 30 minutes +3 steps, ");
  }

  @Test
  void aWaitIsToldInTwoUnitsThatFollowEachOther() {
    assertThat(SpanText.of(Duration.ofHours(10).plusSeconds(38))).isEqualTo("10 hours");
    assertThat(SpanText.of(Duration.ofDays(2).plusHours(3).plusMinutes(4)))
        .isEqualTo("2 days 3 hours");
    assertThat(SpanText.of(Duration.ofSeconds(61))).isEqualTo("1 minute 1 second");
    assertThat(SpanText.of(Duration.ofSeconds(9))).isEqualTo("9 seconds");
    assertThat(SpanText.of(Duration.ZERO)).isEqualTo("no time");
  }

  @Test
  void thePlanIsDrawnWithItsKeysAndSteps() throws Exception {
    owner.user().succeed(RolloverOwner.files("rollover plan zsk-prepublish", "--svg", "plan.svg"));
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(owner.file("plan.svg").toFile());
    assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(picture.getDocumentElement().getTextContent())
        .contains("ZSK1 (tag ", "ZSK2 (to be made)", "1.  from 2026-03-01 12:00 UTC  publish ZSK2")
        .contains("ZSK2 (to be made): signs from 2026-03-01 15:15 UTC to after ");
  }

  @Test
  void nobodyWhoGoesByThePictureComesTooEarly() throws Exception {
    owner.user().at(CommandLineUser.NOW.plusSeconds(46), ZoneId.of("UTC"));
    String[] line = RolloverOwner.files("rollover plan zsk-prepublish", "--svg", "plan.svg");
    assertThat(owner.user().succeed(line).out()).contains("not before 2026-03-01 15:16 UTC");
    assertThat(Files.readString(owner.file("plan.svg")))
        .contains("2.  from 2026-03-01 15:16 UTC  sign with ZSK2");
  }

  @Test
  void aPictureIsOfOneMethodAndInAFileOfItsOwn() {
    assertThat(owner.user().run(RolloverOwner.files("rollover plan", "--svg", "p.svg")).err())
        .contains("--svg draws the plan of one method, and none is named");
    assertThat(svgOf("-").err()).contains("--svg takes a file");
    assertThat(svgOf("db.signed").err()).contains("--svg would replace the output");
  }

  private Result svgOf(String file) {
    return owner.user().run(RolloverOwner.files("rollover plan zsk-prepublish", "--svg", file));
  }
}
