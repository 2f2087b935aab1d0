package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.name.DnsName;
import org.offlinesign.verify.ReferenceChain.Parameters;

/** What a zone says at its apex of its NSEC3 chains, and whether they are there. */
class Nsec3PublicationTest {
  private static final String ZONE =
      """
      example. 3600 IN SOA ns.example. admin.example. 1 7200 3600 1209600 900
      example. 3600 IN NS ns.example.
      a.b.example. 3600 IN A 192.0.2.1
      ns.example. 3600 IN A 192.0.2.2
      """;

  private static final List<String> RECORDS = ZONE.lines().toList();
  private static final Parameters SALTED = new Parameters(0, 0, "AB");
  private static final ReferenceChain CHAIN = ReferenceChain.of(RECORDS, Parameters.PLAIN);
  private static final ZoneText PLAIN =
      new ZoneText(ReferenceChain.complete(ZONE, Parameters.PLAIN));

  private static final List<String> NSEC =
      List.of(
          "example. 900 IN NSEC a.b.example. NS SOA RRSIG NSEC DNSKEY NSEC3PARAM",
          "a.b.example. 900 IN NSEC ns.example. A RRSIG NSEC",
          "ns.example. 900 IN NSEC example. A RRSIG NSEC");

  private static VerificationReport report(ZoneText unsigned) {
    return ZoneText.verify(ExampleZone.SIGNER.sign(unsigned.toString()).request());
  }

  private static List<FindingCode> codes(ZoneText unsigned) {
    return ExampleZone.SIGNER.sign(unsigned.toString()).codes();
  }

  private static ZoneText withAll(ZoneText zone, List<String> lines) {
    List<String> more = new ArrayList<>(zone.lines());
    more.addAll(lines);
    return new ZoneText(more);
  }

  private static List<String> chain(Parameters parameters) {
    return ReferenceChain.of(RECORDS, parameters).lines();
  }

  @Test
  void rfc5155_7_1_recordsWithoutNsec3paramAreFoundAndStillChecked() {
    ZoneText zone = PLAIN.without("NSEC3PARAM 1").replacing(" NSEC3PARAM ", " ");
    assertThat(codes(zone)).containsExactly(FindingCode.NSEC3PARAM_MISSING);
    assertThat(codes(zone.without(CHAIN.hash("ns.example.") + ".example.")))
        .containsExactlyInAnyOrder(FindingCode.NSEC3PARAM_MISSING, FindingCode.NSEC3_MISSING);
  }

  @Test
  void twoChainsWithoutNsec3paramAreLeftAlone() {
    ZoneText zone =
        withAll(PLAIN, chain(SALTED)).without("NSEC3PARAM 1").replacing(" NSEC3PARAM ", " ");
    assertThat(codes(zone))
        .contains(FindingCode.NSEC3PARAM_MISSING)
        .containsOnly(FindingCode.NSEC3PARAM_MISSING, FindingCode.NSEC3_UNPUBLISHED);
  }

  @Test
  void rfc5155_4_1_2_nsec3paramWithFlagsCountsForNothing() {
    assertThat(codes(PLAIN.replacing("NSEC3PARAM 1 0 ", "NSEC3PARAM 1 1 ")))
        .containsExactlyInAnyOrder(FindingCode.NSEC3PARAM_UNUSABLE, FindingCode.NSEC3PARAM_MISSING);
  }

  @Test
  void anUnusableNsec3paramBesideAUsableOneIsAWarning() {
    for (String param : List.of("1 1 0 AB", "2 0 0 -")) {
      VerificationReport report = report(PLAIN.with("example. 0 IN NSEC3PARAM " + param));
      assertThat(report.counts()).containsOnlyKeys(FindingCode.NSEC3PARAM_UNUSABLE);
      assertThat(report.isValid()).isTrue();
    }
  }

  @Test
  void recordsThatGoWithAnUnusableNsec3paramAreNotReportedEach() {
    String unknown = CHAIN.hashes().get(0) + ".example. 900 IN NSEC3 2 0 0 - 00 A";
    ZoneText zone = PLAIN.with("example. 0 IN NSEC3PARAM 2 0 0 -").with(unknown);
    assertThat(codes(zone)).containsExactly(FindingCode.NSEC3PARAM_UNUSABLE);
  }

  @Test
  void rfc5155_4_eachUsableNsec3paramStandsForACompleteChain() {
    ZoneText two = withAll(PLAIN, chain(SALTED));
    assertThat(codes(two)).containsExactly(FindingCode.NSEC3_SALT);

    String missing = ReferenceChain.of(RECORDS, SALTED).hash("b.example.");
    assertThat(ExampleZone.SIGNER.sign(two.without(missing + ".example.").toString()).findings())
        .filteredOn(finding -> finding.code() != FindingCode.NSEC3_SALT)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC3_MISSING);
              assertThat(finding.owner()).isEqualTo(DnsName.of("b.example"));
              assertThat(finding.message()).contains(missing).contains("1 0 AB");
            });
  }

  @Test
  void rfc5155_4_anNsec3paramThatWasLeftOverIsFoundOnce() {
    assertThat(codes(PLAIN.with("example. 0 IN NSEC3PARAM 1 0 0 AB")))
        .containsExactlyInAnyOrder(FindingCode.NSEC3_SALT, FindingCode.NSEC3_CHAIN_MISSING);
    ZoneText nsec = withAll(ZoneText.of(ZONE), NSEC).with("example. 0 IN NSEC3PARAM 1 0 0 -");
    assertThat(codes(nsec))
        .containsExactlyInAnyOrder(FindingCode.NSEC3_BESIDE_NSEC, FindingCode.NSEC3_CHAIN_MISSING);
  }

  @Test
  void rfc5155_10_4_recordsThatAreNotPublishedAreWarnings() {
    ZoneText leftOver = withAll(PLAIN, chain(SALTED)).without("NSEC3PARAM 1 0 0 AB");
    ZoneText notYet =
        withAll(withAll(ZoneText.of(ZONE), NSEC), chain(Parameters.PLAIN))
            .without("NSEC3PARAM 1")
            .replacing(" NSEC3PARAM", "");
    for (ZoneText zone : List.of(leftOver, notYet)) {
      VerificationReport report = report(zone);
      assertThat(report.counts()).containsOnlyKeys(FindingCode.NSEC3_UNPUBLISHED);
      assertThat(report.counts()).containsEntry(FindingCode.NSEC3_UNPUBLISHED, 4L);
      assertThat(report.isValid()).isTrue();
    }
  }

  @Test
  void rfc5155_10_4_recordsMayBeShorterThanTheSaltOfAnotherChain() {
    Parameters longest = new Parameters(0, 0, "AB".repeat(255));
    List<String> others = chain(SALTED);
    List<String> leftOver = others.subList(1, others.size());
    ZoneText zone = withAll(new ZoneText(ReferenceChain.complete(ZONE, longest)), leftOver);
    assertThat(codes(zone))
        .containsOnly(FindingCode.NSEC3_SALT, FindingCode.NSEC3_UNPUBLISHED)
        .hasSize(1 + leftOver.size());
  }

  @Test
  void rfc5155_10_4_bothChainsAreChecked() {
    ZoneText both = withAll(PLAIN, NSEC);
    assertThat(codes(both)).containsExactly(FindingCode.NSEC3_BESIDE_NSEC);
    assertThat(codes(both.replacing(" A RRSIG", " RRSIG", " NSEC ", "ns.example. 900 IN")))
        .containsExactlyInAnyOrder(FindingCode.NSEC3_BESIDE_NSEC, FindingCode.NSEC_BITMAP);
    assertThat(codes(both.without(CHAIN.hash("b.example.") + ".example.")))
        .containsExactlyInAnyOrder(FindingCode.NSEC3_BESIDE_NSEC, FindingCode.NSEC3_MISSING);
  }

  @Test
  void rfc5155_10_4_theTypeNsecMayBeInTheBitmapWhileBothChainsAreThere() {
    ZoneText both = withAll(PLAIN, NSEC).replacing(" A RRSIG", " A RRSIG NSEC", " NSEC3 ");
    assertThat(codes(both)).containsExactly(FindingCode.NSEC3_BESIDE_NSEC);
  }

  @Test
  void nsecRecordsThatAreLeftInAZoneWithNsec3AreFound() {
    assertThat(codes(withAll(PLAIN, NSEC.subList(1, 2))))
        .containsExactly(FindingCode.NSEC_UNEXPECTED);
  }

  @Test
  void rfc4035_2_3_aZoneWithNeitherChainIsAskedForNsec() {
    assertThat(codes(ZoneText.of(ZONE))).containsOnly(FindingCode.NSEC_MISSING).hasSize(3);
  }

  @Test
  void rfc5155_4_nsec3paramBelongsAtTheApex() {
    String text = ZONE + "a.b.example. 0 IN NSEC3PARAM 1 0 0 -\n";
    VerificationReport report =
        report(new ZoneText(ReferenceChain.complete(text, Parameters.PLAIN)));
    assertThat(report.counts()).containsOnlyKeys(FindingCode.NSEC3PARAM_NOT_AT_APEX);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void rfc5155_2_aKeyOlderThanNsec3IsAWarning() {
    ExampleSigner old = ExampleSigner.of(ExampleSigner.newKey(Algorithm.RSASHA1));
    assertThat(old.sign(PLAIN.toString()).codes()).contains(FindingCode.NSEC3_KEY_ALGORITHM);
    assertThat(old.sign(ExampleZone.TEXT).codes()).doesNotContain(FindingCode.NSEC3_KEY_ALGORITHM);
    ExampleSigner sameKeysNewNumber =
        ExampleSigner.of(ExampleSigner.newKey(Algorithm.NSEC3RSASHA1));
    assertThat(sameKeysNewNumber.sign(PLAIN.toString()).codes())
        .doesNotContain(FindingCode.NSEC3_KEY_ALGORITHM);
  }

  @Test
  void rfc9276_3_1_iterationsAndSaltAreWarnings() {
    ZoneText zone = new ZoneText(ReferenceChain.complete(ZONE, new Parameters(0, 12, "AABBCCDD")));
    VerificationReport report = report(zone);
    assertThat(report.counts())
        .containsOnlyKeys(FindingCode.NSEC3_ITERATIONS, FindingCode.NSEC3_SALT);
    assertThat(report.isValid()).isTrue();
    assertThat(report.acceptedByPolicy()).isTrue();
  }

  @Test
  void rfc9276_3_2_manyIterationsAreValidButNotAccepted() {
    ZoneText zone = new ZoneText(ReferenceChain.complete(ZONE, new Parameters(0, 101, "-")));
    VerificationReport report = report(zone);
    assertThat(report.counts()).containsOnlyKeys(FindingCode.NSEC3_ITERATIONS_EXCESSIVE);
    assertThat(report.isValid()).isTrue();
    assertThat(report.acceptedByPolicy()).isFalse();
  }
}
