package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.verify.ReferenceChain.Parameters;

/** Zones with NSEC3 and one defect each, signed as they stand. */
class Nsec3CheckTest {
  private static final String ZONE =
      """
      example. 3600 IN SOA ns.example. admin.example. 1 7200 3600 1209600 900
      example. 3600 IN NS ns.example.
      a.example. 3600 IN A 192.0.2.1
      below.empty.example. 3600 IN TXT "below an empty non-terminal"
      d.example. 3600 IN DNAME other.test.
      hidden.d.example. 3600 IN TXT "occluded"
      ns.example. 3600 IN A 192.0.2.2
      s.example. 3600 IN NS ns.s.example.
      s.example. 3600 IN DS 1 8 2 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
      ns.s.example. 3600 IN A 192.0.2.3
      u.example. 3600 IN NS ns.u.example.
      ns.u.example. 3600 IN AAAA 2001:db8::1
      u.cuts.example. 3600 IN NS ns.example.
      *.w.example. 3600 IN TXT "wild"
      """;

  private static final List<String> RECORDS = ZONE.lines().toList();
  private static final ReferenceChain CHAIN = ReferenceChain.of(RECORDS, Parameters.PLAIN);
  private static final ZoneText PLAIN = zone(ReferenceChain.complete(ZONE, Parameters.PLAIN));
  private static final ZoneText OPT_OUT = zone(ReferenceChain.complete(ZONE, Parameters.OPT_OUT));

  private static ZoneText zone(List<String> lines) {
    return new ZoneText(lines);
  }

  private static List<Finding> findings(ZoneText unsigned) {
    return signed(unsigned).findings();
  }

  private static List<FindingCode> codes(ZoneText unsigned) {
    return signed(unsigned).codes();
  }

  private static ZoneText signed(ZoneText unsigned) {
    return ExampleZone.SIGNER.sign(unsigned.toString());
  }

  private static String owner(String name) {
    return CHAIN.hash(name) + ".example.";
  }

  private static ZoneText withoutRecordOf(String name) {
    return PLAIN.without(owner(name) + " 900 IN NSEC3");
  }

  @Test
  void aGoodZoneHasNoFindings() {
    assertThat(findings(PLAIN)).isEmpty();
  }

  @Test
  void rfc5155_6_aZoneWithOptOutHasNoFindings() {
    assertThat(findings(OPT_OUT)).isEmpty();
    assertThat(OPT_OUT.lines()).hasSizeLessThan(PLAIN.lines().size());
  }

  @Test
  void rfc5155_6_insecureDelegationsMayHaveRecordsUnderOptOut() {
    assertThat(findings(PLAIN.replacing(" NSEC3 1 0 ", " NSEC3 1 1 "))).isEmpty();
  }

  @Test
  void theCaseOfHashesDoesNotMatter() {
    ZoneText upper =
        PLAIN.mapping(
            line -> {
              String[] fields = line.split(" ", -1);
              fields[0] = fields[0].toUpperCase(Locale.ROOT);
              fields[8] = fields[8].toUpperCase(Locale.ROOT);
              return String.join(" ", fields);
            },
            " NSEC3 ");
    assertThat(findings(upper)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.",
        "a.example.",
        "*.w.example.",
        "s.example.",
        "empty.example.",
        "w.example."
      })
  void rfc5155_7_1_aNameWithoutRecordIsFound(String name) {
    assertThat(findings(withoutRecordOf(name)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_MISSING);
              assertThat(finding.owner()).isEqualTo(DnsName.of(name));
              assertThat(finding.type()).isEqualTo(RecordType.NSEC3);
              assertThat(finding.message()).contains(CHAIN.hash(name));
            });
  }

  @Test
  void anEmptyNonTerminalIsReportedWhereTheNameBelowItStands() {
    ZoneText zone = signed(withoutRecordOf("empty.example."));
    int line = zone.findings().get(0).place().line();
    assertThat(zone.lines().get(line - 1)).startsWith("below.empty.example.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"u.example.", "u.cuts.example.", "cuts.example."})
  void rfc5155_7_1_anInsecureDelegationNeedsItsRecordOrOptOut(String name) {
    assertThat(findings(withoutRecordOf(name)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_NOT_OPTED_OUT);
              assertThat(finding.owner()).isEqualTo(DnsName.of(name));
            });
  }

  @Test
  void rfc5155_7_1_theRecordThatCoversADelegationNeedsTheFlag() {
    ReferenceChain chain = ReferenceChain.of(RECORDS, Parameters.OPT_OUT);
    String delegation = chain.hash("u.example.");
    String cover = chain.before(delegation);
    ZoneText zone = OPT_OUT.replacing(" NSEC3 1 1 ", " NSEC3 1 0 ", cover + ".example.");
    assertThat(findings(zone))
        .filteredOn(finding -> finding.code() == FindingCode.NSEC3_NOT_OPTED_OUT)
        .extracting(Finding::owner)
        .contains(DnsName.of("u.example"));
  }

  @Test
  void rfc5155_6_optOutExcusesNoAuthoritativeName() {
    ReferenceChain chain = ReferenceChain.of(RECORDS, Parameters.OPT_OUT);
    String a = chain.hash("a.example.");
    String before = chain.before(a);
    ZoneText zone =
        OPT_OUT
            .without(a + ".example. 900 IN NSEC3")
            .replacing(a, chain.next(a), before + ".example.");
    assertThat(codes(zone)).containsExactly(FindingCode.NSEC3_MISSING);
  }

  @Test
  void rfc5155_3_1_7_aRecordThatLeadsToALeftOutDelegationIsFound() {
    ReferenceChain optOut = ReferenceChain.of(RECORDS, Parameters.OPT_OUT);
    String delegation = optOut.hash("u.example.");
    String from = optOut.before(delegation);
    ZoneText zone = OPT_OUT.replacing(optOut.next(from), delegation, from + ".example.");
    assertThat(findings(zone))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_NEXT);
              assertThat(finding.owner()).isEqualTo(DnsName.of(from + ".example"));
              assertThat(finding.message()).contains(optOut.next(from));
            });
  }

  @Test
  void rfc5155_3_1_7_eachRecordLeadsToTheNextAndTheLastToTheFirst() {
    List<String> hashes = CHAIN.hashes();
    for (String hash : hashes) {
      String wrong = CHAIN.next(CHAIN.next(hash));
      ZoneText zone = PLAIN.replacing(CHAIN.next(hash), wrong, hash + ".example. 900 IN NSEC3");
      assertThat(findings(zone))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_NEXT);
                assertThat(finding.owner()).isEqualTo(DnsName.of(hash + ".example"));
              });
    }
  }

  @Test
  void rfc5155_3_1_7_aChainOfOneRecordLeadsToItself() {
    String apexOnly = String.join("\n", RECORDS.subList(0, 2));
    ZoneText zone = zone(ReferenceChain.complete(apexOnly, Parameters.PLAIN));
    String hash = CHAIN.hash("example.");
    assertThat(findings(zone)).isEmpty();
    assertThat(codes(zone.replacing(" - " + hash, " - " + CHAIN.hash("a.example."))))
        .containsExactly(FindingCode.NSEC3_NEXT);
  }

  @Test
  void rfc5155_3_1_7_aNextHashOfAnotherLengthIsFound() {
    String hash = CHAIN.hashes().get(0);
    ZoneText zone = PLAIN.replacing(CHAIN.next(hash), "abcdefgh", hash + ".example.");
    assertThat(codes(zone)).containsExactly(FindingCode.NSEC3_NEXT);
  }

  @Test
  void rfc5155_7_1_aRecordThatStandsForNoNameIsFound() {
    String hash = CHAIN.hash("nobody.example.");
    String before = CHAIN.before(hash);
    String next = CHAIN.next(before);
    ZoneText linked =
        PLAIN.replacing(next, hash, before + ".example.").with(CHAIN.line(hash, next, "A RRSIG"));
    ZoneText stray = PLAIN.with(CHAIN.line(hash, next, "A RRSIG"));
    for (ZoneText zone : List.of(linked, stray)) {
      assertThat(findings(zone))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_UNEXPECTED);
                assertThat(finding.owner()).isEqualTo(DnsName.of(hash + ".example"));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ns.u.example.", "hidden.d.example."})
  void rfc5155_7_1_glueAndOccludedNamesHaveNoRecord(String name) {
    String hash = CHAIN.hash(name);
    ZoneText zone = PLAIN.with(CHAIN.line(hash, CHAIN.hashes().get(0), "AAAA"));
    assertThat(codes(zone)).containsExactly(FindingCode.NSEC3_UNEXPECTED);
  }

  @Test
  void rfc5155_7_1_twoRecordsOfOneChainUnderAHashAreFound() {
    String hash = owner("a.example.").substring(0, 32);
    ZoneText zone = PLAIN.with(CHAIN.line(hash, CHAIN.next(hash), "A TXT RRSIG"));
    assertThat(codes(zone))
        .containsExactlyInAnyOrder(FindingCode.NSEC3_NOT_SINGLE, FindingCode.NSEC3_BITMAP);
  }

  @Test
  void rfc5155_3_1_8_aTypeTooManyAndOneTooFewAreFound() {
    assertThat(findings(PLAIN.replacing(" A RRSIG", " AAAA RRSIG", owner("a.example."))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_BITMAP);
              assertThat(finding.message())
                  .contains("for a.example.", "does not name A ", "names AAAA without");
            });
  }

  @Test
  void rfc5155_7_1_anInsecureDelegationHasOnlyNsInItsBitmap() {
    for (String more : List.of(" RRSIG", " AAAA", " NSEC")) {
      assertThat(codes(PLAIN.mapping(line -> line + more, owner("u.example."))))
          .containsExactly(FindingCode.NSEC3_BITMAP);
    }
  }

  @Test
  void rfc5155_7_1_anEmptyNonTerminalHasAnEmptyBitmap() {
    assertThat(codes(PLAIN.mapping(line -> line + " RRSIG", owner("empty.example."))))
        .containsExactly(FindingCode.NSEC3_BITMAP);
  }

  @Test
  void rfc5155_7_1_theTypeNsec3IsInNoBitmap() {
    assertThat(codes(PLAIN.mapping(line -> line + " NSEC3", owner("a.example."))))
        .containsExactly(FindingCode.NSEC3_BITMAP);
  }

  @Test
  void rfc9824_aBitmapWithNxnameIsFound() {
    assertThat(codes(PLAIN.mapping(line -> line + " NXNAME", owner("a.example."))))
        .containsExactly(FindingCode.BITMAP_NXNAME);
    ZoneText nsec =
        ExampleZone.SIGNER.sign(
            ExampleZone.unsigned().replacing(" A RRSIG", " A RRSIG NXNAME", "a.e").toString());
    assertThat(nsec.codes()).containsExactly(FindingCode.BITMAP_NXNAME);
  }

  @Test
  void rfc9077_3_theTtlIsThatOfNegativeAnswers() {
    ZoneText zone = PLAIN.replacing(" 900 IN NSEC3 ", " 3600 IN NSEC3 ", owner("a.example."));
    VerificationReport report = ZoneText.verify(signed(zone).request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.NSEC3_TTL);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void rfc5155_3_recordsStandDirectlyBelowTheApex() {
    String line = CHAIN.line(CHAIN.hash("a.example."));
    assertThat(codes(PLAIN.with(line.replace(".example.", ".a.example."))))
        .containsExactly(FindingCode.NSEC3_NOT_BELOW_APEX);
    assertThat(codes(PLAIN.with("example." + line.substring(line.indexOf(' ')))))
        .containsExactly(FindingCode.NSEC3_NOT_BELOW_APEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
  void rfc5155_3_anOwnerThatIsNoHashIsFound(String label) {
    assertThat(codes(PLAIN.with(CHAIN.line(label, CHAIN.hashes().get(0), "A"))))
        .containsExactly(FindingCode.NSEC3_OWNER);
  }

  @Test
  void rfc5155_8_2_aRecordWithUnknownFlagsIsFound() {
    assertThat(codes(PLAIN.replacing(" NSEC3 1 0 ", " NSEC3 1 2 ", owner("a.example."))))
        .containsExactly(FindingCode.NSEC3_FLAGS);
  }

  @Test
  void rfc5155_6_aChainWithAndWithoutOptOutIsAWarning() {
    ZoneText zone = PLAIN.replacing(" NSEC3 1 0 ", " NSEC3 1 1 ", owner("a.example."));
    VerificationReport report = ZoneText.verify(signed(zone).request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.NSEC3_OPT_OUT_MIXED);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void aNameMayLookLikeAHash() {
    String lookalike = CHAIN.hash("a.example.") + ".example. 3600 IN A 192.0.2.7\n";
    ZoneText zone = zone(ReferenceChain.complete(ZONE + lookalike, Parameters.PLAIN));
    assertThat(findings(zone)).isEmpty();
  }
}
