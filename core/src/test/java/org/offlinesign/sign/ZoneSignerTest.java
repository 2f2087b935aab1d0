package org.offlinesign.sign;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.testing.Budgets;

class ZoneSignerTest {
  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private SignedText sign(String records) throws Exception {
    return fixture.sign(records).zone();
  }

  @Test
  void rfc4035_2_2_eachAuthoritativeRrsetIsSigned() throws Exception {
    SignedText signed = sign("a A 192.0.2.2\na A 192.0.2.3\na TXT \"text\"\n");
    assertThat(signed.signedTypes("a.example.")).containsExactly("A", "TXT", "NSEC");
    assertThat(signed.signedTypes("example."))
        .containsExactly("SOA", "NS", "DNSKEY", "DNSKEY", "NSEC");
  }

  @Test
  void glueBelowADelegationIsNeitherSignedNorChained() throws Exception {
    SignedText signed = sign("a NS ns.a\nns.a A 192.0.2.1\n");
    assertThat(signed.rrsigs("ns.a.example.")).isEmpty();
    assertThat(signed.owners(RecordType.NSEC))
        .containsExactly("example.", "a.example.", "ns.example.");
    assertThat(signed.data("ns.a.example.", RecordType.A)).containsExactly("192.0.2.1");
  }

  @Test
  void rfc4035_2_3_theBitmapOfADelegationHasNoGlueTypes() throws Exception {
    SignedText signed = sign("a NS a\na A 192.0.2.1\na AAAA 2001:db8::1\n");
    assertThat(signed.data("a.example.", RecordType.NSEC))
        .containsExactly("ns.example. NS RRSIG NSEC");
    assertThat(signed.signedTypes("a.example.")).containsExactly("NSEC");
  }

  @Test
  void dataAtAndBelowADelegationStaysUnsignedWithAWarning() throws Exception {
    Outcome outcome =
        fixture.sign("a NS ns.a\na TXT \"hidden\"\na DNSKEY 257 3 8 AQPSKmynfzW4\nx.a TXT \"x\"\n");
    assertThat(outcome.zone().signedTypes("a.example.")).containsExactly("NSEC");
    assertThat(outcome.zone().data("a.example.", RecordType.DNSKEY)).hasSize(1);
    assertThat(outcome.zone().data("x.a.example.", RecordType.TXT)).containsExactly("\"x\"");
    assertThat(outcome.report().output().occludedNames()).isEqualTo(1);
    assertThat(outcome.report().warnings())
        .filteredOn(warning -> warning.code() == Code.OCCLUDED)
        .hasSize(3);
  }

  @Test
  void rfc6672_2_4_whatIsBelowADnameIsNeitherSignedNorChained() throws Exception {
    SignedText signed = sign("d DNAME other.\nx.d A 192.0.2.1\ne A 192.0.2.1\n");
    assertThat(signed.signedTypes("d.example.")).containsExactly("DNAME", "NSEC");
    assertThat(signed.rrsigs("x.d.example.")).isEmpty();
    assertThat(signed.owners(RecordType.NSEC)).doesNotContain("x.d.example.");
  }

  @Test
  void rfc4034_3_1_3_theLabelCountLeavesOutTheWildcardAndTheRoot() throws Exception {
    SignedText signed = sign("*.w A 192.0.2.1\na.b.c A 192.0.2.1\n");
    assertThat(signed.rrsigs("*.w.example.")).extracting(Rrsig::labels).containsOnly(2);
    assertThat(signed.rrsigs("a.b.c.example.")).extracting(Rrsig::labels).containsOnly(4);
  }

  @Test
  void rfc4034_3_theSignatureHasTheTtlOfItsRrset() throws Exception {
    SignedText signed = sign("a 0 A 192.0.2.1\nb 2147483647 A 192.0.2.1\n");
    assertThat(signed.ttls("a.example.", RecordType.RRSIG)).containsExactly(0, 60);
    assertThat(signed.ttls("b.example.", RecordType.RRSIG)).containsExactly(2147483647, 60);
  }

  @Test
  void emptyNonTerminalsHaveNoNsecRecord() throws Exception {
    SignedText signed = sign("a.b.c A 192.0.2.1\n");
    assertThat(signed.owners(RecordType.NSEC))
        .containsExactly("example.", "a.b.c.example.", "ns.example.");
  }

  @Test
  void rfc6840_5_1_theCaseOfTheNextNameStays() throws Exception {
    SignedText signed = sign("B A 192.0.2.1\na A 192.0.2.1\n");
    assertThat(signed.data("a.example.", RecordType.NSEC).get(0)).startsWith("B.example. ");
  }

  @Test
  void rfc4034_3_1_7_theSignerIsInLowerCase() throws Exception {
    SignedText signed =
        fixture
            .signWhole(
                "$TTL 5\nEXAMPLE. SOA a b 1 2 3 4 5\nEXAMPLE. NS ns.other.\n",
                request -> request.layout(ZoneLayout.FULL))
            .zone();
    for (Rrsig signature : signed.rrsigs("example.")) {
      assertThat(signature.signer().toString()).isEqualTo("example.");
    }
    assertThat(signed.owners(RecordType.SOA)).containsExactly("EXAMPLE.");
  }

  @Test
  void rfc9077_3_theChainHasTheLesserOfSoaTtlAndMinimum() throws Exception {
    assertThat(chainTtl(300, 60)).isEqualTo(60);
    assertThat(chainTtl(60, 300)).isEqualTo(60);
  }

  private int chainTtl(int soaTtl, int minimum) throws Exception {
    String text = "@ %d SOA a b 1 2 3 4 %d\n@ 3600 NS ns.other.\n".formatted(soaTtl, minimum);
    SignedText signed = fixture.signWhole(text, request -> request).zone();
    return signed.ttls("example.", RecordType.NSEC).get(0);
  }

  @Test
  void rfc2181_5_2_ofTwoTtlsTheLowestIsTakenWithAWarning() throws Exception {
    Outcome outcome = fixture.sign("a 20 A 192.0.2.1\na 10 A 192.0.2.2\n");
    assertThat(outcome.zone().ttls("a.example.", RecordType.A)).containsExactly(10, 10);
    assertThat(outcome.zone().rrsigs("a.example.").get(0).originalTtl().seconds()).isEqualTo(10);
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.TTLS_DIFFER);
  }

  @Test
  void rfc4034_6_3_recordsThatAreTheSameButForCaseCountOnce() throws Exception {
    Outcome outcome = fixture.sign("a NS NS.other.\na NS ns.OTHER.\n");
    assertThat(outcome.zone().data("a.example.", RecordType.NS)).containsExactly("NS.other.");
    assertThat(outcome.report().input().duplicates()).isEqualTo(1);
  }

  @Test
  void rfc1035_3_3_14_longTextsAndEmptyOnesAreSigned() throws Exception {
    sign("a TXT" + (" " + "x".repeat(255)).repeat(250) + "\nb TXT \"\"\n");
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void theSoaIsTheFirstRecord() throws Exception {
    SignedText signed = sign("");
    assertThat(signed.records().get(0).type()).isEqualTo(RecordType.SOA);
  }

  @Test
  void theSerialGoesUpByDefaultAndIsReported() throws Exception {
    Outcome outcome = fixture.sign("");
    assertThat(outcome.report().serial().before().value()).isEqualTo(7);
    assertThat(outcome.report().serial().after().value()).isEqualTo(8);
    ResourceRecord soa = outcome.zone().records().get(0);
    assertThat(Soa.from(soa.rdata()).serial().value()).isEqualTo(8);
  }

  @Test
  void aSignedZoneIsSignedAnew() throws Exception {
    Outcome first = fixture.sign("a A 192.0.2.1\nsub NS ns.sub\n");
    String text = fixture.read("signed.zone");
    Outcome second = fixture.signWhole(text, request -> request.serialPolicy(SerialPolicy.KEEP));
    assertThat(second.zone()).isEqualTo(first.zone());
    assertThat(second.report().input().dropped())
        .isEqualTo(first.report().signatures() + first.report().output().names());
  }

  @Test
  void leftoversOfOtherChainsAreDroppedWhereverTheyStand() throws Exception {
    SignedText signed =
        sign(
            """
            @ NSEC3PARAM 1 0 5 AABB
            0p9mhaveqvm6t7vbl5lop2u3t2rp3tom NSEC3 1 1 5 AABB 2t7b4g4vsa5smi47k61mv5bv1a22bojr A
            sub NS ns.sub
            x.sub NSEC y.sub A RRSIG NSEC
            x.sub RRSIG NSEC 8 3 300 20300101000000 20200101000000 1 example. AAAA
            """);
    assertThat(signed.owners(RecordType.NSEC3)).isEmpty();
    assertThat(signed.owners(RecordType.NSEC3PARAM)).isEmpty();
    assertThat(signed.owners(RecordType.NSEC))
        .containsExactly("example.", "ns.example.", "sub.example.");
  }

  @Test
  void rfc5155_4_elsewhereThanAtTheApexNsec3paramIsData() throws Exception {
    SignedText signed = sign("t NSEC3PARAM 1 0 0 -\n");
    assertThat(signed.signedTypes("t.example.")).containsExactly("NSEC3PARAM", "NSEC");
  }

  @Test
  void outOfZoneRecordsAreLeftOutWithTheFirstOnesPlace() throws Exception {
    Outcome outcome =
        fixture.sign("x.other. A 192.0.2.1\nnotexample. A 192.0.2.1\naaa. A 192.0.2.1\n");
    assertThat(outcome.report().input().outOfZone()).isEqualTo(3);
    assertThat(outcome.zone().owners(RecordType.A)).containsExactly("ns.example.");
    assertThat(outcome.report().warnings())
        .filteredOn(warning -> warning.code() == Code.OUT_OF_ZONE)
        .singleElement()
        .satisfies(
            warning -> assertThat(warning.message()).contains("3 records", "zone:6:1: x.other."));
    // One of them sorts before the apex, where a chain must not begin.
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void aZonemdRecordIsLeftOutBecauseItNoLongerFits() throws Exception {
    String digest = "A".repeat(96);
    Outcome outcome = fixture.sign("@ ZONEMD 7 1 1 " + digest + "\n");
    assertThat(outcome.zone().owners(RecordType.ZONEMD)).isEmpty();
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.STALE_ZONEMD);
  }

  @Test
  void theReportCountsWhatTheZoneHolds() throws Exception {
    SigningReport report =
        fixture
            .sign(
                """
                a    A  192.0.2.1
                sec  NS ns.sec
                sec  DS 1 8 2 AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00112233445566778899
                ns.sec A 192.0.2.1
                ins  NS ns.other.
                t.ins TXT "hidden"
                """,
                request -> request.dsTreatment(RecordTreatment.NOCHANGE))
            .report();
    ZoneFigures figures = report.output();
    assertThat(figures.names()).isEqualTo(5);
    assertThat(figures.secureDelegations()).isEqualTo(1);
    assertThat(figures.insecureDelegations()).isEqualTo(1);
    assertThat(figures.glueNames()).isEqualTo(1);
    assertThat(figures.occludedNames()).isEqualTo(1);
    // SOA, NS, DNSKEY, ns A, a A, sec NS DS, ns.sec A, ins NS, t.ins TXT, and an NSEC each.
    assertThat(figures.rrsets()).isEqualTo(10 + 5);
    assertThat(figures.records()).isEqualTo(10 + 5 + 1 + report.signatures());
    assertThat(report.keys()).hasSize(2);
    assertThat(signaturesBySep(report)).containsOnly(entry(true, 1L), entry(false, 11L));
    assertThat(report.firstExpiry()).isEqualTo(report.validity().expiration());
  }

  private static Map<Boolean, Long> signaturesBySep(SigningReport report) {
    return report.keys().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                key -> key.key().dnskey().isSep(), KeyFigures::signatures));
  }

  @Test
  void theRootZoneIsSigned() throws Exception {
    SigningFixture root = new SigningFixture(folder, DnsName.ROOT);
    SignedText signed =
        root.signWhole(
                """
                $TTL 86400
                . SOA a. b. 1 2 3 4 5
                . NS a.
                a. A 192.0.2.1
                com. NS ns.com.
                ns.com. A 192.0.2.1
                """,
                request -> request)
            .zone();
    assertThat(signed.owners(RecordType.NSEC)).containsExactly(".", "a.", "com.");
    assertThat(signed.rrsigs(".")).extracting(Rrsig::labels).containsOnly(0);
    assertThat(root.files()).contains("dsset-.", "keyset-.");
  }

  @Test
  void theNumberOfThreadsMakesNoDifferenceToTheOctets() throws Exception {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 700; i++) {
      records.append(
          "host%d A 192.0.2.1\nsub%d NS ns.sub%d\nns.sub%d A 192.0.2.1\n".formatted(i, i, i, i));
    }
    fixture.sign(records.toString(), request -> request.budget(Budgets.in(folder, 1)));
    String one = fixture.read("signed.zone");
    fixture.sign(records.toString(), request -> request.budget(Budgets.in(folder, 8)));
    assertThat(fixture.read("signed.zone")).isEqualTo(one);
  }

  @Test
  void aRefusedOutputLeavesTheFilesAsTheyWere() throws Exception {
    fixture.write("signed.zone", "as it was");
    OutputCheck refuse =
        (part, request) -> {
          throw new OutputRefusedException(List.of("a finding"));
        };
    assertThatThrownBy(() -> fixture.sign("", request -> request.outputCheck(refuse)))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("a finding");
    assertThat(fixture.files()).containsExactly("signed.zone");
    assertThat(fixture.read("signed.zone")).isEqualTo("as it was");
  }

  @Test
  void theCheckSeesTheWholeFileBeforeItTakesItsName() throws Exception {
    OutputCheck check =
        (part, request) -> {
          assertThat(part.path()).isEqualTo(request.output());
          assertThat(part.open()).asString(US_ASCII).contains("SOA", "RRSIG").endsWith("\n");
          assertThat(request.output()).doesNotExist();
        };
    fixture.sign("", request -> request.outputCheck(check));
    assertThat(fixture.files()).contains("signed.zone");
  }

  @Test
  void allLayoutsHoldTheSameRecords() throws Exception {
    SignedText text = fixture.sign("a MX 5 ns\n", r -> r.layout(ZoneLayout.TEXT)).zone();
    assertThat(fixture.read("signed.zone")).startsWith("$ORIGIN example.\n@\t");
    SignedText full = fixture.sign("a MX 5 ns\n", r -> r.layout(ZoneLayout.FULL)).zone();
    assertThat(fixture.read("signed.zone")).startsWith("example.\t");
    assertThat(full).isEqualTo(text);
    SignedText windows = fixture.sign("a MX 5 ns\n", r -> r.layout(ZoneLayout.WINDOWS)).zone();
    assertThat(fixture.read("signed.zone")).startsWith(";\r\n;  Database file example.dns");
    assertThat(windows).isEqualTo(text);
  }

  @Test
  void rfc4035_2_5_aKeyMayStandBesideACname() throws Exception {
    SignedText signed = sign("a CNAME b\na KEY 256 3 5 AQPSKmynfzW4\n");
    assertThat(signed.signedTypes("a.example.")).containsExactly("CNAME", "KEY", "NSEC");
  }

  @Test
  void rfc9077_3_aMinimumAboveEveryTtlLeavesTheTtlOfTheSoa() throws Exception {
    String zone =
        "$TTL 300\n@ SOA ns admin 7 3600 900 604800 4294967295\n@ NS ns\nns A 192.0.2.1\n";
    SignedText signed = fixture.signWhole(zone, request -> request).zone();
    assertThat(signed.ttls("ns.example.", RecordType.NSEC)).containsExactly(300);
  }

  @Test
  void rfc3597_5_privateTypesAreNumbersInBitmapsAndSignaturesToo() throws Exception {
    fixture.sign("a TYPE65281 \\# 1 00\n");
    assertThat(fixture.read("signed.zone"))
        .contains("RRSIG\tTYPE65281 8", "RRSIG NSEC TYPE65281\n")
        .doesNotContain("WINS");
  }

  @Test
  void rfc7344_4_1_aCdsThatPointsToNoSignerIsWarnedOf() throws Exception {
    String digest = "00".repeat(32);
    assertThat(codes("@ CDS 1 8 2 " + digest + "\n")).contains(Code.CHILD_SIGNAL);
    assertThat(codes("@ CDNSKEY 257 3 8 AwEAAaaa\n")).contains(Code.CHILD_SIGNAL);
    String ksk = SigningFixture.KSK.facts().dnskey().toString();
    String ds =
        DsDigest.of(SigningFixture.ZONE, SigningFixture.KSK.facts().dnskey(), DigestType.SHA256)
            .toString();
    assertThat(codes("@ CDS " + ds + "\n@ CDS 1 8 2 " + digest + "\n"))
        .doesNotContain(Code.CHILD_SIGNAL);
    assertThat(codes("@ CDNSKEY " + ksk + "\n@ CDS " + ds + "\n"))
        .doesNotContain(Code.CHILD_SIGNAL);
  }

  @Test
  void rfc8078_4_theDeletionOfDsRecordsStandsAlone() throws Exception {
    String deletion = "@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==\n";
    assertThat(codes(deletion)).doesNotContain(Code.CHILD_SIGNAL);
    assertThat(codes(deletion + "@ CDS 1 8 2 " + "00".repeat(32) + "\n"))
        .contains(Code.CHILD_SIGNAL);
  }

  private List<Code> codes(String records) throws Exception {
    return fixture.sign(records).report().warnings().stream().map(SigningWarning::code).toList();
  }

  @Test
  void rfc1034_4_2_1_aZoneWithoutNameServersIsSignedWithAWarning() throws Exception {
    SigningReport report =
        fixture.signWhole("$TTL 5\n@ SOA a b 1 2 3 4 5\n", request -> request).report();
    assertThat(report.warnings())
        .extracting(SigningWarning::message)
        .anyMatch(message -> message.contains("has no NS record"));
  }
}
