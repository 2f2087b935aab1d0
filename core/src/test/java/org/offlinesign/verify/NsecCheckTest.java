package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

/** The chain of NSEC records and their type bitmaps. */
class NsecCheckTest {
  @Test
  void rfc4035_2_3_aMissingNsecIsFound() {
    ZoneText zone =
        ExampleZone.SIGNER.sign(
            ExampleZone.unsigned().without("ns.example. 900 IN NSEC").toString());
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
    assertThat(ExampleZone.SIGNER.sign(ExampleZone.TEXT + nsec).codes())
        .containsExactly(FindingCode.NSEC_UNEXPECTED);
  }

  @Test
  void rfc4035_2_3_nsecMustNotBeTheOnlyRrsetAtAName() {
    String changed =
        ExampleZone.unsigned()
            .replacing("NSEC d.example.", "NSEC b.example.")
            .with("b.example. 900 IN NSEC d.example. RRSIG NSEC")
            .toString();
    assertThat(ExampleZone.SIGNER.sign(changed).codes())
        .containsExactly(FindingCode.NSEC_NEXT, FindingCode.NSEC_UNEXPECTED);
  }

  @Test
  void twoNsecRecordsAtANameAreFound() {
    String second = "a.example. 900 IN NSEC ns.example. A RRSIG NSEC\n";
    assertThat(ExampleZone.SIGNER.sign(ExampleZone.TEXT + second).codes())
        .containsExactly(FindingCode.NSEC_NOT_SINGLE, FindingCode.NSEC_NEXT);
  }

  @Test
  void rfc4034_4_1_1_aGapInTheChainIsFoundAtTheNameThatLeavesOneOut() {
    String gap = ExampleZone.unsigned().replacing("NSEC d.example.", "NSEC ns.example.").toString();
    assertThat(ExampleZone.SIGNER.sign(gap).findings())
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
    String open = ExampleZone.unsigned().replacing("NSEC example.", "NSEC a.example.").toString();
    assertThat(ExampleZone.SIGNER.sign(open).codes()).containsExactly(FindingCode.NSEC_NEXT);
  }

  @Test
  void rfc6840_5_1_theNextNameMayBeInAnyCase() {
    String upper =
        ExampleZone.unsigned().replacing("NSEC d.example.", "NSEC D.EXAMPLE.").toString();
    assertThat(ExampleZone.SIGNER.sign(upper).findings()).isEmpty();
  }

  @Test
  void rfc4034_4_1_2_aWrongTypeBitmapIsFound() {
    String missing =
        ExampleZone.unsigned().replacing("A RRSIG NSEC", "RRSIG NSEC", "a.example. 900").toString();
    assertThat(ExampleZone.SIGNER.sign(missing).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(FindingCode.NSEC_BITMAP);
              assertThat(finding.message()).contains("does not name A");
            });

    String surplus =
        ExampleZone.unsigned()
            .replacing("NS RRSIG", "NS AAAA DS RRSIG", "u.example. 900")
            .toString();
    assertThat(ExampleZone.SIGNER.sign(surplus).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("names AAAA, DS without"));
  }

  @Test
  void rfc9077_3_theTtlOfNsecIsTheLesserOfSoaTtlAndMinimum() {
    String soaTtl =
        ExampleZone.unsigned().replacing("example. 3600 IN SOA", "example. 600 IN SOA").toString();
    assertThat(ExampleZone.SIGNER.sign(soaTtl).codes())
        .containsOnly(FindingCode.NSEC_TTL)
        .hasSize(7);
    assertThat(ExampleZone.SIGNER.sign(soaTtl.replace(" 900 IN NSEC", " 600 IN NSEC")).findings())
        .isEmpty();
  }
}
