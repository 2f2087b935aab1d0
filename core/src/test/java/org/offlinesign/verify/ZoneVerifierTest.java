package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zonefile.Severity;
import org.offlinesign.zonefile.ZoneFileException;

class ZoneVerifierTest {
  private static final SigningKey KEY = ExampleSigner.newKey(Algorithm.RSASHA256);
  private static final SigningKey OTHER = ExampleSigner.newKey(Algorithm.RSASHA512);
  private static final ExampleSigner SIGNER = ExampleSigner.of(KEY);
  private static final String TAG = " " + ExampleSigner.dnskey(KEY).keyTag() + " ";

  private static final String ZONE =
      """
      example. 3600 IN SOA ns.example. admin.example. 1 7200 3600 1209600 900
      example. 3600 IN NS ns.example.
      example. 900 IN NSEC a.example. NS SOA RRSIG NSEC DNSKEY
      a.example. 3600 IN A 192.0.2.1
      a.example. 900 IN NSEC d.example. A RRSIG NSEC
      d.example. 3600 IN DNAME other.test.
      d.example. 900 IN NSEC ns.example. DNAME RRSIG NSEC
      below.d.example. 3600 IN TXT "occluded"
      ns.example. 3600 IN A 192.0.2.2
      ns.example. 900 IN NSEC s.example. A RRSIG NSEC
      s.example. 3600 IN NS ns.s.example.
      s.example. 3600 IN DS 1 8 2 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
      s.example. 900 IN NSEC u.example. NS DS RRSIG NSEC
      ns.s.example. 3600 IN A 192.0.2.3
      u.example. 3600 IN NS ns.u.example.
      u.example. 900 IN NSEC *.w.example. NS RRSIG NSEC
      ns.u.example. 3600 IN AAAA 2001:db8::1
      *.w.example. 3600 IN TXT "wild"
      *.w.example. 900 IN NSEC example. TXT RRSIG NSEC
      """;

  private static final ZoneText SIGNED = SIGNER.sign(ZONE);

  private static ZoneText zone() {
    return ZoneText.of(ZONE);
  }

  @Test
  void aGoodZoneHasNoFindingsAndIsCounted() {
    VerificationReport report =
        ZoneText.verify(SIGNED.request().at(Instant.ofEpochSecond(ExampleSigner.INCEPTION + 1)));

    assertThat(report.findings()).isEmpty();
    assertThat(report.isValid()).isTrue();
    VerificationFigures figures = report.figures();
    assertThat(figures.signedRrsets()).isEqualTo(15);
    assertThat(figures.signatures()).isEqualTo(15);
    assertThat(figures.unverifiableSignatures()).isZero();
    assertThat(figures.names())
        .containsEntry(NodeKind.APEX, 1L)
        .containsEntry(NodeKind.AUTHORITATIVE, 4L)
        .containsEntry(NodeKind.DELEGATION, 2L)
        .containsEntry(NodeKind.GLUE, 2L)
        .containsEntry(NodeKind.OCCLUDED, 1L);
    assertThat(report.keys())
        .containsExactly(
            new KeyFigures(ExampleSigner.dnskey(KEY), ExampleSigner.dnskey(KEY).keyTag(), 15));
  }

  @Test
  void aFlippedBitInASignatureIsFoundWhereItStands() {
    ZoneText zone = SIGNED.mapping(ZoneVerifierTest::flipSignature, "a.example.", "RRSIG A ");

    assertThat(zone.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.RRSIG_INVALID);
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.owner()).isEqualTo(DnsName.of("a.example"));
              assertThat(finding.type()).isEqualTo(RecordType.RRSIG);
              assertThat(zone.lines().get(finding.place().line() - 1)).contains("RRSIG A ");
              assertThat(finding.format())
                  .startsWith("example.zone:" + finding.place().line() + ":1: error: RRSIG_INVALID")
                  .contains("RFC 4035 §5.3.3");
            });
  }

  /** Changes the first octet of the signature, which stands in the last field. */
  private static String flipSignature(String line) {
    int at = line.lastIndexOf(' ') + 1;
    char flipped = line.charAt(at) == 'A' ? 'B' : 'A';
    return line.substring(0, at) + flipped + line.substring(at + 1);
  }

  @Test
  void changedDataIsFound() {
    assertThat(SIGNED.replacing("192.0.2.1", "192.0.2.9").codes())
        .containsExactly(FindingCode.RRSIG_INVALID);
  }

  @Test
  void caseAndOrderDoNotMatter() {
    List<String> reversed =
        IntStream.range(0, SIGNED.lines().size())
            .mapToObj(i -> SIGNED.lines().get(SIGNED.lines().size() - 1 - i))
            .map(line -> line.contains(" NSEC ") ? line : line.replace("ns.exa", "NS.eXa"))
            .toList();

    assertThat(new ZoneText(reversed).findings()).isEmpty();
  }

  @Test
  void rfc4035_2_2_anRrsetWithoutSignatureIsFound() {
    assertThat(SIGNED.without("ns.example.", "RRSIG A ").findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.RRSIG_MISSING);
              assertThat(finding.message()).contains(" A ").contains("RSASHA256");
            });
  }

  @Test
  void rfc4035_2_2_eachAlgorithmOfTheDnskeySetMustSign() {
    ZoneText both = ExampleSigner.of(KEY, OTHER).sign(ZONE);
    assertThat(both.findings()).isEmpty();
    assertThat(both.without("a.example.", "RRSIG A 10 ").codes())
        .containsExactly(FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc6840_5_11_oneSignatureByEachAlgorithmSuffices() {
    SigningKey second = ExampleSigner.newKey(Algorithm.RSASHA256);
    ZoneText zone = ExampleSigner.of(KEY, second).sign(ZONE);
    assertThat(zone.without("a.example.", "RRSIG A ", TAG).findings()).isEmpty();
  }

  @Test
  void rfc4034_3_1_3_aWrongLabelCountIsFound() {
    assertThat(SIGNED.replacing("RRSIG TXT 8 2 ", "RRSIG TXT 8 3 ", "*.w").codes())
        .containsExactly(FindingCode.RRSIG_LABELS);
    assertThat(SIGNED.replacing("RRSIG A 8 2 ", "RRSIG A 8 1 ", "a.example.").codes())
        .containsExactly(FindingCode.RRSIG_LABELS);
  }

  @Test
  void rfc4034_3_1_7_aSignerOtherThanTheZoneIsFound() {
    assertThat(SIGNED.replacing(TAG + "example. ", TAG + "a.example. ", "RRSIG A ").codes())
        .containsOnly(FindingCode.RRSIG_SIGNER)
        .hasSize(2);
  }

  @Test
  void rfc4034_3_theTtlOfASignatureIsThatOfItsRrset() {
    assertThat(SIGNED.replacing(" 3600 IN RRSIG A ", " 600 IN RRSIG A ", "a.example.").codes())
        .containsExactly(FindingCode.RRSIG_TTL);
  }

  @Test
  void rfc4035_2_2_aTtlAboveTheOriginalIsAnErrorAndOneBelowAWarning() {
    ZoneText above =
        SIGNED
            .replacing(" 3600 IN A ", " 7200 IN A ", "a.example.")
            .replacing(" 3600 IN RRSIG A ", " 7200 IN RRSIG A ", "a.example.");
    assertThat(above.codes()).containsExactly(FindingCode.RRSIG_ORIGINAL_TTL);

    ZoneText below =
        SIGNED
            .replacing(" 3600 IN A ", " 60 IN A ", "a.example.")
            .replacing(" 3600 IN RRSIG A ", " 60 IN RRSIG A ", "a.example.");
    VerificationReport report = ZoneText.verify(below.request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.RRSIG_ORIGINAL_TTL_ABOVE);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void ttlsThatDifferWithinAnRrsetAreAWarning() {
    String twoAddresses = ZONE + "a.example. 3600 IN A 192.0.2.99\n";
    ZoneText zone = SIGNER.sign(twoAddresses).replacing(" 3600 IN A ", " 60 IN A ", "192.0.2.99");
    assertThat(zone.codes()).containsExactly(FindingCode.RRSET_TTLS_DIFFER);
  }

  @Test
  void rfc4034_3_1_5_anExpirationBeforeTheInceptionIsFound() {
    ZoneText zone = SIGNED.mapping(ZoneVerifierTest::swapTimes, "a.example.", "RRSIG A ");
    assertThat(zone.codes()).containsExactly(FindingCode.RRSIG_TIMES);
  }

  private static String swapTimes(String line) {
    String[] fields = line.split(" ");
    String expiration = fields[8];
    fields[8] = fields[9];
    fields[9] = expiration;
    return String.join(" ", fields);
  }

  @Test
  void rfc4035_5_3_1_firstAndLastSecondOfASignatureAreValid() {
    Instant first = Instant.ofEpochSecond(ExampleSigner.INCEPTION);
    Instant last = Instant.ofEpochSecond(ExampleSigner.EXPIRATION);

    assertThat(SIGNED.findingsAt(first)).isEmpty();
    assertThat(SIGNED.findingsAt(last)).isEmpty();
    assertThat(SIGNED.findingsAt(first.minusSeconds(1)))
        .extracting(Finding::code)
        .containsOnly(FindingCode.RRSIG_NOT_YET_VALID)
        .hasSize(15);
    assertThat(SIGNED.findingsAt(last.plusSeconds(1)))
        .extracting(Finding::code)
        .containsOnly(FindingCode.RRSIG_EXPIRED)
        .hasSize(15);
  }

  @Test
  void rfc6840_5_12_aSignatureByAnUnknownKeyIsAWarning() {
    ZoneText zone = ExampleSigner.of(KEY, OTHER).publishing(ExampleSigner.dnskey(KEY)).sign(ZONE);
    VerificationReport report = ZoneText.verify(zone.request());

    assertThat(report.counts()).containsOnlyKeys(FindingCode.RRSIG_KEY_UNKNOWN);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void rfc5011_2_1_aRevokedKeySignsNothingButTheDnskeySet() throws UnusableKeyException {
    SigningKey revoked = withFlags(OTHER, Dnskey.ZONE_KEY | Dnskey.REVOKE);
    ZoneText zone = ExampleSigner.of(KEY, revoked).sign(ZONE);
    assertThat(zone.codes()).containsOnly(FindingCode.RRSIG_KEY_REVOKED).hasSize(14);

    ZoneText selfSigned =
        zone.without("RRSIG A 10 ")
            .without("RRSIG NS 10 ")
            .without("RRSIG SOA 10 ")
            .without("RRSIG NSEC 10 ")
            .without("RRSIG DS 10 ")
            .without("RRSIG TXT 10 ")
            .without("RRSIG DNAME 10 ");
    assertThat(selfSigned.findings()).isEmpty();
    assertThat(selfSigned.mapping(ZoneVerifierTest::flipSignature, "RRSIG DNSKEY 10 ").codes())
        .containsExactly(FindingCode.RRSIG_INVALID);
  }

  @Test
  void rfc4034_2_1_1_aKeyThatIsNoZoneKeySignsNothing() {
    Dnskey zoneKey = ExampleSigner.dnskey(OTHER);
    Dnskey noZoneKey = new Dnskey(0, 3, zoneKey.algorithm(), zoneKey.publicKey());
    ZoneText zone =
        ExampleSigner.of(KEY, OTHER)
            .publishing(ExampleSigner.dnskey(KEY), noZoneKey)
            .sign(ZONE)
            .replacing(" " + zoneKey.keyTag() + " ", " " + noZoneKey.keyTag() + " ", " 10 ");
    assertThat(zone.codes()).containsOnly(FindingCode.RRSIG_KEY_NOT_ZONE).hasSize(15);
  }

  private static SigningKey withFlags(SigningKey key, int flags) throws UnusableKeyException {
    Algorithm algorithm = key.facts().algorithm();
    return key.withParameters(new KeyParameters(algorithm, flags, ZoneText.ZONE));
  }

  @Test
  void rfc4034_2_1_2_aKeyOfAnotherProtocolIsFound() {
    Dnskey good = ExampleSigner.dnskey(OTHER);
    Dnskey bad = new Dnskey(good.flags(), 2, good.algorithm(), good.publicKey());
    ZoneText zone = SIGNER.publishing(ExampleSigner.dnskey(KEY), bad).sign(ZONE);
    assertThat(zone.codes()).containsExactly(FindingCode.DNSKEY_PROTOCOL);
  }

  @Test
  void aKeyThatIsNoKeyIsAWarningUnlessItIsNeeded() {
    Dnskey malformed = new Dnskey(Dnskey.ZONE_KEY, 3, 8, new byte[] {1});
    ZoneText zone = SIGNER.publishing(ExampleSigner.dnskey(KEY), malformed).sign(ZONE);
    assertThat(zone.codes()).containsExactly(FindingCode.DNSKEY_UNUSABLE);

    assertThat(SIGNER.publishing(malformed).sign(ZONE).codes())
        .contains(FindingCode.DNSKEY_UNUSABLE, FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc6840_5_11_aKeyWhoseAlgorithmSignsNothingIsAWarning() {
    ZoneText zone =
        SIGNER.publishing(ExampleSigner.dnskey(KEY), ExampleSigner.dnskey(OTHER)).sign(ZONE);
    assertThat(zone.codes()).containsExactly(FindingCode.ALGORITHM_UNUSED);
  }

  @Test
  void rfc4035_5_2_theKeyThatTheParentNamesMustSignTheDnskeySet() throws UnusableKeyException {
    SigningKey ksk =
        withFlags(ExampleSigner.newKey(Algorithm.RSASHA256), Dnskey.ZONE_KEY | Dnskey.SEP);
    String tag = " " + ExampleSigner.dnskey(ksk).keyTag() + " ";
    ZoneText zone = ExampleSigner.of(KEY, ksk).sign(ZONE);
    assertThat(zone.findings()).isEmpty();
    assertThat(zone.without("RRSIG DNSKEY ", tag).codes())
        .containsExactly(FindingCode.ENTRY_POINT_UNUSED);

    SigningKey standby =
        withFlags(ExampleSigner.newKey(Algorithm.RSASHA256), Dnskey.ZONE_KEY | Dnskey.SEP);
    ZoneText prepublished =
        ExampleSigner.of(KEY, ksk)
            .publishing(
                ExampleSigner.dnskey(KEY), ExampleSigner.dnskey(ksk), ExampleSigner.dnskey(standby))
            .sign(ZONE);
    assertThat(prepublished.findings()).isEmpty();
  }

  @Test
  void rfc5011_2_1_aZoneNeedsAKeyThatIsNotRevoked() throws UnusableKeyException {
    SigningKey revoked = withFlags(OTHER, Dnskey.ZONE_KEY | Dnskey.REVOKE);
    assertThat(ExampleSigner.of(revoked).sign(ZONE).codes()).contains(FindingCode.DNSKEY_MISSING);
  }

  @Test
  void anAlgorithmThatIsNotSupportedIsReportedAndNotAskedFor() {
    Dnskey unknown = new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[64]);
    ZoneText zone = SIGNER.publishing(ExampleSigner.dnskey(KEY), unknown).sign(ZONE);
    VerificationReport report = ZoneText.verify(zone.request());

    assertThat(report.counts()).containsOnlyKeys(FindingCode.ALGORITHM_UNSUPPORTED);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void signaturesThatNobodyCanVerifyMustStillBeThere() {
    Dnskey unknown = new Dnskey(Dnskey.ZONE_KEY, 3, 200, new byte[64]);
    ZoneText zone =
        SIGNED
            .without("DNSKEY 256 ")
            .with("example. 3600 IN DNSKEY " + unknown)
            .mapping(
                line ->
                    line.replace(TAG, " " + unknown.keyTag() + " ")
                        .replaceAll(" 8 (\\d 3600|\\d 900) ", " 200 $1 "),
                "RRSIG");
    VerificationReport report = ZoneText.verify(zone.request());
    assertThat(report.counts())
        .containsOnlyKeys(
            FindingCode.ALGORITHM_UNSUPPORTED, FindingCode.ALGORITHMS_ALL_UNSUPPORTED);
    assertThat(report.figures().unverifiableSignatures()).isEqualTo(15);

    assertThat(zone.without("RRSIG DNAME").codes())
        .containsExactly(
            FindingCode.ALGORITHM_UNSUPPORTED,
            FindingCode.ALGORITHMS_ALL_UNSUPPORTED,
            FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc4034_appendixB_keysOfOneTagAreAllTried() {
    Dnskey good = ExampleSigner.dnskey(KEY);
    Dnskey twin = sameTag(good);
    assertThat(twin.keyTag()).isEqualTo(good.keyTag());
    ZoneText zone = SIGNER.publishing(good, twin).sign(ZONE);
    VerificationReport report = ZoneText.verify(zone.request());

    assertThat(report.counts()).containsOnlyKeys(FindingCode.DNSKEY_TAG_COLLISION);
    assertThat(report.isValid()).isTrue();
  }

  /** Swaps two pairs of octets, which leaves the sum that is the tag. */
  private static Dnskey sameTag(Dnskey key) {
    byte[] octets = key.publicKey();
    int at = 20;
    while (octets[at] == octets[at + 2]) {
      at += 2;
    }
    byte octet = octets[at];
    octets[at] = octets[at + 2];
    octets[at + 2] = octet;
    return new Dnskey(key.flags(), key.protocol(), key.algorithm(), octets);
  }

  @Test
  void rfc4035_2_2_glueDelegationsAndOccludedDataMustNotBeSigned() {
    ZoneText zone = SIGNER.signingEverything().sign(ZONE);

    assertThat(zone.findings())
        .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(FindingCode.RRSIG_UNEXPECTED))
        .extracting(finding -> finding.owner().toString())
        .containsExactly(
            "below.d.example.", "s.example.", "ns.s.example.", "u.example.", "ns.u.example.");
  }

  @Test
  void aSignatureOfNothingIsFound() {
    assertThat(SIGNED.without("a.example.", " IN A ").codes())
        .contains(FindingCode.RRSIG_WITHOUT_RRSET);
  }

  @Test
  void rfc4035_2_3_aMissingNsecIsFound() {
    ZoneText zone = SIGNER.sign(zone().without("ns.example. 900 IN NSEC").toString());
    assertThat(zone.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC_MISSING);
              assertThat(finding.owner()).isEqualTo(DnsName.of("ns.example"));
            });
  }

  @Test
  void rfc4035_2_3_nsecAtGlueIsSurplus() {
    String nsec = "ns.u.example. 900 IN NSEC *.w.example. AAAA RRSIG NSEC\n";
    assertThat(SIGNER.sign(ZONE + nsec).codes()).containsExactly(FindingCode.NSEC_UNEXPECTED);
  }

  @Test
  void rfc4035_2_3_nsecMustNotBeTheOnlyRrsetAtAName() {
    String changed =
        zone()
            .replacing("NSEC d.example.", "NSEC b.example.")
            .with("b.example. 900 IN NSEC d.example. RRSIG NSEC")
            .toString();
    assertThat(SIGNER.sign(changed).codes())
        .containsExactly(FindingCode.NSEC_UNEXPECTED, FindingCode.NSEC_NEXT);
  }

  @Test
  void twoNsecRecordsAtANameAreFound() {
    String second = "a.example. 900 IN NSEC ns.example. A RRSIG NSEC\n";
    assertThat(SIGNER.sign(ZONE + second).codes())
        .containsExactly(FindingCode.NSEC_NOT_SINGLE, FindingCode.NSEC_NEXT);
  }

  @Test
  void rfc4034_4_1_1_aGapInTheChainIsFoundAtTheNameThatLeavesOneOut() {
    String gap = zone().replacing("NSEC d.example.", "NSEC ns.example.").toString();
    assertThat(SIGNER.sign(gap).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC_NEXT);
              assertThat(finding.owner()).isEqualTo(DnsName.of("a.example"));
              assertThat(finding.message()).contains("d.example.").contains("ns.example.");
            });
  }

  @Test
  void rfc4034_4_1_1_theLastNsecLeadsToTheApex() {
    String open = zone().replacing("NSEC example.", "NSEC a.example.").toString();
    assertThat(SIGNER.sign(open).codes()).containsExactly(FindingCode.NSEC_NEXT);
  }

  @Test
  void rfc6840_5_1_theNextNameMayBeInAnyCase() {
    String upper = zone().replacing("NSEC d.example.", "NSEC D.EXAMPLE.").toString();
    assertThat(SIGNER.sign(upper).findings()).isEmpty();
  }

  @Test
  void rfc4034_4_1_2_aWrongTypeBitmapIsFound() {
    String missing = zone().replacing("A RRSIG NSEC", "RRSIG NSEC", "a.example. 900").toString();
    assertThat(SIGNER.sign(missing).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC_BITMAP);
              assertThat(finding.message()).contains("does not name A");
            });

    String surplus = zone().replacing("NS RRSIG", "NS AAAA DS RRSIG", "u.example. 900").toString();
    assertThat(SIGNER.sign(surplus).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("names AAAA, DS without"));
  }

  @Test
  void rfc9077_3_theTtlOfNsecIsTheLesserOfSoaTtlAndMinimum() {
    String soaTtl = zone().replacing("example. 3600 IN SOA", "example. 600 IN SOA").toString();
    assertThat(SIGNER.sign(soaTtl).codes()).containsOnly(FindingCode.NSEC_TTL).hasSize(7);
    assertThat(SIGNER.sign(soaTtl.replace(" 900 IN NSEC", " 600 IN NSEC")).findings()).isEmpty();
  }

  @Test
  void rfc4035_2_1_dnskeyBelongsToTheApex() {
    String stray = "a.example. 3600 IN DNSKEY " + ExampleSigner.dnskey(OTHER);
    String changed =
        zone().replacing("A RRSIG NSEC", "A RRSIG NSEC DNSKEY", "a.example. 900").toString();
    assertThat(SIGNER.sign(changed + "\n" + stray).codes())
        .containsExactly(FindingCode.DNSKEY_NOT_AT_APEX);
  }

  @Test
  void aZoneWithoutKeysIsNotSigned() {
    VerificationReport report = ZoneText.verify(zone().request());
    assertThat(report.counts()).containsOnlyKeys(FindingCode.DNSKEY_MISSING);
    assertThat(report.isValid()).isFalse();
  }

  @Test
  void aZoneWithoutApexIsNoZone() {
    assertThat(ZoneText.of("other. 3600 IN A 192.0.2.1").codes())
        .containsExactly(FindingCode.SOA_MISSING);
  }

  @Test
  void findingsBeyondTheLimitAreCounted() {
    VerificationReport report =
        ZoneText.verify(
            SIGNED
                .request()
                .at(Instant.ofEpochSecond(ExampleSigner.EXPIRATION + 1))
                .maxFindings(4));
    assertThat(report.findings()).hasSize(4);
    assertThat(report.count(Severity.ERROR)).isEqualTo(15);
    assertThat(report.omittedFindings()).isEqualTo(11);
  }

  @Test
  void warningsDoNotCrowdOutAnError() {
    ZoneText zone =
        SIGNER
            .sign(zone().replacing("example. 3600 IN SOA", "example. 600 IN SOA").toString())
            .without("*.w.example.", "RRSIG TXT ");
    VerificationReport report = ZoneText.verify(zone.request().maxFindings(1));
    assertThat(report.findings())
        .extracting(Finding::code)
        .containsExactly(FindingCode.NSEC_TTL, FindingCode.RRSIG_MISSING);
  }

  @Test
  void theReportDoesNotDependOnTheNumberOfThreads(@TempDir Path folder) {
    ZoneText zone = manyNames().mapping(ZoneVerifierTest::flipSignature, "7.example.", "RRSIG A ");
    VerificationReport alone = ZoneText.verify(zone.request().budget(Budgets.in(folder, 1)));
    VerificationReport together = ZoneText.verify(zone.request().budget(Budgets.in(folder, 4)));

    assertThat(alone.counts()).containsOnlyKeys(FindingCode.RRSIG_INVALID);
    assertThat(together.findings()).isEqualTo(alone.findings());
    assertThat(together.figures()).isEqualTo(alone.figures());
  }

  @Test
  void aListenerIsToldUpToTheLastRecord() {
    ZoneText zone = manyNames();
    List<Long> done = new ArrayList<>();
    ZoneText.verify(
        zone.request()
            .listener(
                (records, total) -> {
                  assertThat(total).isEqualTo(zone.lines().size());
                  done.add(records);
                }));
    assertThat(done).isSorted().endsWith((long) zone.lines().size());
  }

  private static ZoneText manyNames() {
    StringBuilder text =
        new StringBuilder(
            """
            example. 3600 IN SOA ns.test. admin.test. 1 7200 3600 1209600 900
            example. 900 IN NSEC n100.example. SOA RRSIG NSEC DNSKEY
            """);
    for (int i = 100; i < 400; i++) {
      String next = i == 399 ? "" : "n" + (i + 1) + ".";
      text.append("n").append(i).append(".example. 3600 IN A 192.0.2.1\n");
      text.append("n").append(i).append(".example. 900 IN NSEC ").append(next);
      text.append("example. A RRSIG NSEC\n");
    }
    return SIGNER.sign(text.toString());
  }

  @Test
  void aBrokenFileIsRefused() {
    assertThatThrownBy(
            () ->
                new ZoneVerifier(ZoneText.CRYPTO)
                    .verify(ZoneText.of("example. IN A 300.0.0.1").request().build()))
        .isInstanceOf(ZoneFileException.class);
  }
}
