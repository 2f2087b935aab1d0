package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.SigningKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zonefile.Severity;

/** The signatures that RRsets must have, and what is wrong with those they have. */
class RrsetSignatureTest {
  @Test
  void aFlippedBitInASignatureIsFoundWhereItStands() {
    ZoneText zone =
        ExampleZone.SIGNED.mapping(ExampleZone::flipSignature, "a.example.", "RRSIG A ");

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

  @Test
  void changedDataIsFound() {
    assertThat(ExampleZone.SIGNED.replacing("192.0.2.1", "192.0.2.9").codes())
        .containsExactly(FindingCode.RRSIG_INVALID);
  }

  @Test
  void caseAndOrderDoNotMatter() {
    List<String> reversed =
        IntStream.range(0, ExampleZone.SIGNED.lines().size())
            .mapToObj(
                i -> ExampleZone.SIGNED.lines().get(ExampleZone.SIGNED.lines().size() - 1 - i))
            .map(line -> line.contains(" NSEC ") ? line : line.replace("ns.exa", "NS.eXa"))
            .toList();

    assertThat(new ZoneText(reversed).findings()).isEmpty();
  }

  @Test
  void rfc4035_2_2_anRrsetWithoutSignatureIsFound() {
    assertThat(ExampleZone.SIGNED.without("ns.example.", "RRSIG A ").findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.RRSIG_MISSING);
              assertThat(finding.message()).contains(" A ").contains("RSASHA256");
            });
  }

  @Test
  void rfc4035_2_2_eachAlgorithmOfTheDnskeySetMustSign() {
    ZoneText both = ExampleSigner.of(ExampleZone.KEY, ExampleZone.OTHER).sign(ExampleZone.TEXT);
    assertThat(both.findings()).isEmpty();
    assertThat(both.without("a.example.", "RRSIG A 13 ").codes())
        .containsExactly(FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc6840_5_11_oneSignatureByEachAlgorithmSuffices() {
    SigningKey second = ExampleSigner.newKey(Algorithm.RSASHA256);
    ZoneText zone = ExampleSigner.of(ExampleZone.KEY, second).sign(ExampleZone.TEXT);
    assertThat(zone.without("a.example.", "RRSIG A ", ExampleZone.TAG).findings()).isEmpty();
  }

  @Test
  void rfc4034_3_1_3_aWrongLabelCountIsFound() {
    assertThat(ExampleZone.SIGNED.replacing("RRSIG TXT 8 2 ", "RRSIG TXT 8 3 ", "*.w").codes())
        .containsExactly(FindingCode.RRSIG_LABELS);
    assertThat(ExampleZone.SIGNED.replacing("RRSIG A 8 2 ", "RRSIG A 8 1 ", "a.example.").codes())
        .containsExactly(FindingCode.RRSIG_LABELS);
  }

  @Test
  void rfc4034_3_1_7_aSignerOtherThanTheZoneIsFound() {
    assertThat(
            ExampleZone.SIGNED
                .replacing(
                    ExampleZone.TAG + "example. ", ExampleZone.TAG + "a.example. ", "RRSIG A ")
                .codes())
        .containsOnly(FindingCode.RRSIG_SIGNER)
        .hasSize(2);
  }

  @Test
  void rfc6840_5_12_aSignatureByAnUnknownKeyIsAWarning() {
    ZoneText zone =
        ExampleSigner.of(ExampleZone.KEY, ExampleZone.OTHER)
            .publishing(ExampleSigner.dnskey(ExampleZone.KEY))
            .sign(ExampleZone.TEXT);
    VerificationReport report = ZoneText.verify(zone.request());

    assertThat(report.counts()).containsOnlyKeys(FindingCode.RRSIG_KEY_UNKNOWN);
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void rfc4035_2_2_glueDelegationsAndOccludedDataMustNotBeSigned() {
    ZoneText zone = ExampleZone.SIGNER.signingEverything().sign(ExampleZone.TEXT);

    assertThat(zone.findings())
        .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(FindingCode.RRSIG_UNEXPECTED))
        .extracting(finding -> finding.owner().toString())
        .containsExactly(
            "below.d.example.", "s.example.", "ns.s.example.", "u.example.", "ns.u.example.");
  }

  @Test
  void aSignatureOfNothingIsFound() {
    assertThat(ExampleZone.SIGNED.without("a.example.", " IN A ").codes())
        .contains(FindingCode.RRSIG_WITHOUT_RRSET);
  }

  @Test
  void theWorkOnSignaturesThatDoNotVerifyIsBounded() {
    ZoneText zone = ExampleZone.SIGNED.without("a.example.", "RRSIG A ");
    String good =
        ExampleZone.SIGNED.lines().stream()
            .filter(line -> line.startsWith("a.ex") && line.contains("RRSIG A "))
            .findFirst()
            .orElseThrow();
    int at = good.lastIndexOf(' ') + 1;
    for (char letter = 'A'; letter <= 'Z'; letter++) {
      for (char second : new char[] {'a', 'b'}) {
        zone = zone.with(good.substring(0, at) + letter + second + good.substring(at + 2));
      }
    }
    VerificationReport report = ZoneText.verify(zone.request());
    assertThat(report.counts())
        .containsEntry(FindingCode.RRSIG_INVALID, 16L)
        .containsEntry(FindingCode.RRSIG_UNCHECKED, 1L);
    assertThat(report.isValid()).isFalse();
  }
}
