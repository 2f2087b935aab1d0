package org.offlinesign.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.cli.CommandLineUser.Result;
import org.offlinesign.cli.console.ExitCode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the page about a zone holds, and that nobody's names act in it. */
class ReportCommandTest {
  private static final String HOSTILE = "<script>alert(1)</script>";

  @TempDir Path folder;
  private ZoneOwner owner;

  @BeforeEach
  void sitDown() throws IOException {
    owner = new ZoneOwner(folder);
  }

  private Result report(String... more) {
    String[] line = {"report", "--zone", "example", "--html", "page.html", "db.signed"};
    return owner.run(ZoneOwner.line(line, more));
  }

  private Document page() throws Exception {
    String text = Files.readString(owner.file("page.html"));
    assertThat(text).startsWith("<!DOCTYPE html>\n");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static Element byId(Document page, String id) {
    return Stream.of("svg", "section")
        .flatMap(name -> all(page, name).stream())
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Document page, String id) {
    return byId(page, id).getTextContent();
  }

  private List<String> tags() throws IOException {
    return Pattern.compile(
            "\\sRRSIG DNSKEY \\d+ \\d+ \\d+ \\d+ \\d+ (\\d+) |\\sRRSIG NS (?:\\d+ ){5}(\\d+) ")
        .matcher(owner.signedText().replaceAll("[ \\t]+", " "))
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .distinct()
        .toList();
  }

  @Test
  void thePageIsWellFormedAndItsDiagramHasTheKeysOfTheZone() throws Exception {
    owner.sign();
    Result result = report();
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.out()).isEqualTo("example.: 0 errors, 0 warnings; see page.html\n");
    Document page = page();
    assertThat(tags()).hasSize(2);
    assertThat(tags()).allSatisfy(tag -> assertThat(text(page, "chain-diagram")).contains(tag));
    assertThat(text(page, "chain-diagram")).contains("KSK ", "ZSK ", "DS of the parent");
    assertThat(text(page, "key-times")).contains("KSK ", "ZSK ");
    assertThat(all(page, "script")).isEmpty();
    assertThat(all(page, "h1").get(0).getTextContent()).isEqualTo("example.");
    assertThat(text(page, "findings")).contains("notice DNSKEY_RSA_SHORT");
  }

  @Test
  void eachPictureHasARoleATitleAndWords() throws Exception {
    owner.sign();
    report();
    Document page = page();
    assertThat(all(page, "svg"))
        .hasSize(4)
        .allSatisfy(
            svg -> {
              assertThat(svg.getAttribute("role")).isEqualTo("img");
              String[] ids = svg.getAttribute("aria-labelledby").split(" ", -1);
              assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
              assertThat(ids).hasSize(2);
              assertThat(((Element) svg.getElementsByTagName("desc").item(0)).getAttribute("id"))
                  .isEqualTo(ids[1]);
            });
  }

  @Test
  void theParentsDsRecordsAreTheBeginOfTheChain() throws Exception {
    owner.sign();
    assertThat(report("--parent-ds", "dsset-example").exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(text(page(), "chain-diagram"))
        .contains("DS " + kskTag(), "SHA-256", "in the parent");
    assertThat(text(page(), "chain")).contains("lead into this zone");
  }

  private String kskTag() throws IOException {
    return Files.readString(owner.file("dsset-example"))
        .replaceAll("(?s).*\\sDS\\s+(\\d+) .*", "$1");
  }

  @Test
  void aDsRecordOfNoKeyIsShownAndIsAnError() throws Exception {
    owner.sign();
    Files.writeString(owner.file("ds"), "example. 3600 IN DS 4711 8 2 " + "ab".repeat(32) + "\n");
    assertThat(report("--parent-ds", "ds").exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(text(page(), "chain-diagram")).contains("DS 4711", "of no key here");
    assertThat(text(page(), "chain")).contains("None of the parent's DS records leads");
  }

  @Test
  void theTimesOfKeysAreThoseOfTheStoreOrOfTheSignatures() throws Exception {
    owner.sign();
    owner.run("settime", "ZSK", "--inactive", "2026-03-20T00:00:00Z");
    owner.run("settime", "Next", "--publish", "2026-03-10T00:00:00Z");
    report();
    assertThat(text(page(), "key-times"))
        .contains("ZSK: signs from before 2026-01-30 to 2026-03-20 00:00 UTC")
        .contains(
            "Next: in the zone, signs nothing yet from 2026-03-10 00:00 UTC to after 2026-04-30")
        .contains("KSK: its signatures are valid")
        .doesNotContain("Curve");
    assertThat(text(page(), "keys")).contains("inactive 2026-03-20 00:00 UTC", "none set");
    Files.move(owner.file("keys.p12"), owner.file("elsewhere.p12"));
    report();
    assertThat(text(page(), "keys"))
        .contains("No key store was read", "signatures from 2026-03-01");
    assertThat(report("--keystore", "none.p12").exitCode()).isEqualTo(ExitCode.KEYS);
  }

  @Test
  void signaturesAreCountedByTheDayOnWhichTheyExpire() throws Exception {
    owner.sign();
    report();
    long signatures =
        Pattern.compile("\\sRRSIG\\s+\\w+\\s+8\\s").matcher(owner.signedText()).results().count();
    assertThat(text(page(), "expiry")).contains("2026-03-31: " + signatures + " signatures");
    assertThat(text(page(), "keys")).contains("2026-03-31: " + signatures + " signatures");
    owner.at(Instant.parse("2026-05-01T00:00:00Z"), ZoneId.of("UTC"));
    assertThat(report().exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(text(page(), "expiry")).contains(signatures + " signatures expired before today");
    assertThat(text(page(), "findings")).contains("RRSIG_EXPIRED");
  }

  @Test
  void aZoneThatIsNotSignedHasAPageToo() throws Exception {
    Files.copy(owner.file("db"), owner.file("db.signed"));
    assertThat(report().exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(text(page(), "chain")).contains("no keys");
    assertThat(text(page(), "delegations")).contains("1 delegation: 0 secure, 1 insecure");
    assertThat(text(page(), "sizes")).contains("6 records", "0.0 % of the records");
    assertThat(text(page(), "findings")).contains("DNSKEY_MISSING");
  }

  @Test
  void nothingBelowAZoneThatIsNotSignedIsSecure() throws Exception {
    Files.writeString(
        owner.file("db.signed"), ZoneOwner.ZONE + "sub DS 1 8 2 " + "ab".repeat(32) + "\n");
    assertThat(report().exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(text(page(), "delegations"))
        .contains("1 delegation: 0 secure, 1 insecure. The zone is not signed")
        .contains("insecure: the zone above is not signed", "1 RSASHA256 SHA-256");
    assertThat(all(page(), "tr")).noneMatch(row -> row.getAttribute("class").equals("secure"));
  }

  @Test
  void theKeysThatSignAreShownAmongMany() throws Exception {
    owner.sign();
    addIdleKeys(60);
    report();
    Document page = page();
    for (String part : List.of("chain-diagram", "key-times", "keys")) {
      assertThat(tags()).hasSize(2).allSatisfy(tag -> assertThat(text(page, part)).contains(tag));
    }
    assertThat(text(page, "chain")).contains("Not drawn: 46 further keys.");
  }

  /** Adds as many KSKs as ZSKs that sign nothing; what is no point of the curve is no matter. */
  private void addIdleKeys(int count) throws IOException {
    StringBuilder zone = new StringBuilder(owner.signedText());
    for (int key = 0; key < count; key++) {
      byte[] point = new byte[64];
      point[0] = (byte) (key * 4);
      zone.append("example. 3600 IN DNSKEY ").append(key % 2 == 0 ? 257 : 256).append(" 3 13 ");
      zone.append(Base64.getEncoder().encodeToString(point)).append('\n');
    }
    Files.writeString(owner.file("db.signed"), zone);
  }

  @Test
  void keysThatAreDrawnAreNotCalledLeftOut() throws Exception {
    owner.sign();
    addIdleKeys(8);
    report();
    assertThat(text(page(), "chain")).doesNotContain("Not drawn");
  }

  @Test
  void delegationsAreListedWithTheirDsRecordsUpToALimit() throws Exception {
    StringBuilder zone = new StringBuilder(ZoneOwner.ZONE);
    for (int child = 10; child < 20; child++) {
      zone.append("c").append(child).append(" NS ns.other.\n");
      zone.append("c").append(child).append(" DS 1 8 2 ").append("ab".repeat(32)).append('\n');
    }
    zone.append("d NS ns.other.\nd DS 1 200 2 ").append("ab".repeat(32)).append('\n');
    Files.writeString(owner.file("db"), zone);
    owner.sign("--ds", "nochange");
    report("--max-delegations", "3");
    assertThat(text(page(), "delegations"))
        .contains("12 delegations: 10 secure, 1 insecure, 1 by DS records that are not known")
        .contains("c12.example.", "1 RSASHA256 SHA-256")
        .doesNotContain("c13.example.")
        .contains("And 9 further delegations.");
  }

  @Test
  void findingsAreListedUpToALimit() throws Exception {
    owner.sign();
    Files.writeString(
        owner.file("db.signed"), owner.signedText().replaceAll("192\\.0\\.2\\.", "192.0.3."));
    assertThat(report("--max-findings", "1").exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(text(page(), "findings")).contains("RRSIG_INVALID", "And 2 further findings.");
  }

  @Test
  void theFirstErrorIsToldAtOnce() throws Exception {
    owner.sign();
    Files.writeString(
        owner.file("db.signed"), owner.signedText().replaceAll("192\\.0\\.2\\.", "192.0.3."));
    assertThat(report().out().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("db.signed:", "error: RRSIG_INVALID");
    assertThat(report("--quiet").out().lines()).hasSize(1).first().asString().contains("RRSIG_");
  }

  @Test
  void aKeyStoreThatNobodyNamedAndThatDoesNotOpenIsDoneWithout() throws Exception {
    owner.sign();
    Files.writeString(owner.file("wrong"), "wrong\n");
    Result result = report("--password-file", "wrong");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.DONE);
    assertThat(result.err())
        .contains("warning: ")
        .contains("keys.p12")
        .contains("the page is without the keys of the key store");
    assertThat(text(page(), "keys")).contains("No key store was read");
    assertThat(report("--password-file", "wrong", "--keystore", "keys.p12").exitCode())
        .isEqualTo(ExitCode.KEYS);
  }

  @Test
  void noNameAndNoTextBecomesMarkup() throws Exception {
    String name = HOSTILE.replace("(", "\\(").replace(")", "\\)");
    Files.writeString(
        owner.file("db"),
        ZoneOwner.ZONE
            + (name + " TXT \"" + HOSTILE + "\"\n")
            + (name + ".x NS \\\"><img/src=x>.example.\n")
            + "a]]>&amp\\;--><b NS ns\n");
    owner.run("genkey", "--zone", "example", "--alg", "13", "--friendlyname", HOSTILE);
    owner.sign("--signkey", HOSTILE, "--end", "+3d");
    owner.run("settime", HOSTILE, "--activate", "-1d");
    String file = "<svg onload=x>&amp;\"'.zone";
    Files.writeString(owner.file(file), owner.signedText().replace("\"<script>", "\"<Script>"));
    Result result = owner.run("report", "--zone", "example", "--html", "page.html", file);
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    String text = Files.readString(owner.file("page.html"));
    assertThat(text)
        .doesNotContain("<script", "<Script", "<img", "<b ", "<svg onload", "]]>")
        .contains("&lt;script&gt;alert(1)", "&lt;svg onload=x&gt;&amp;amp;", "\\060script\\062");
    assertThat(all(page(), "script")).isEmpty();
  }

  @Test
  void nothingOfThePageComesFromElsewhere() throws Exception {
    owner.sign();
    report();
    String text = Files.readString(owner.file("page.html"));
    assertThat(text).contains("default-src 'none'");
    assertThat(
            Pattern.compile("(?:src|href)=\"([^\"]*)\"|url\\(([^)]*)\\)")
                .matcher(text)
                .results()
                .map(MatchResult::group))
        .containsOnly("href=\"data:,\"", "url(#arrow)");
  }

  @Test
  void thePageReplacesNeitherTheZoneNorTheKeyStore() throws Exception {
    owner.sign();
    Result zone = owner.run("report", "--zone", "example", "--html", "db.signed", "db.signed");
    assertThat(zone.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(zone.err()).contains("--html would replace");
    Result store = owner.run("report", "--zone", "example", "--html", "keys.p12", "db.signed");
    assertThat(store.exitCode()).isEqualTo(ExitCode.USAGE);
    Result nowhere = owner.run("report", "--zone", "example", "--html", "no/x.html", "db.signed");
    assertThat(nowhere.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
  }

  @Test
  void aFileThatIsNoZoneFileGetsNoPage() throws Exception {
    Files.writeString(owner.file("db.signed"), "@ SOA what\n");
    Result result = report();
    assertThat(result.exitCode()).isEqualTo(ExitCode.ZONE);
    assertThat(result.err()).contains("db.signed:1:");
    assertThat(owner.file("page.html")).doesNotExist();
  }

  @Test
  void thePageCanGoToStdout() throws Exception {
    owner.sign();
    Result result = owner.run("report", "--zone", "example", "--html", "-", "db.signed");
    assertThat(result.out()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(result.err()).contains("0 errors");
  }
}
