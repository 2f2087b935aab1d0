package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** DS records, and whether a validator gets into a child by them. */
class DelegationCheckTest {
  private static final String DS =
      ExampleZone.TEXT.lines().filter(l -> l.contains(" IN DS ")).findFirst().orElseThrow();
  private static final String SHA1 = " IN DS 1 8 1 " + "00".repeat(20);

  private static List<FindingCode> codesWithDs(String... records) {
    String text = ExampleZone.TEXT.replace(DS + "\n", String.join("\n", records) + "\n");
    return ExampleZone.SIGNER.sign(text).codes();
  }

  @Test
  void rfc4035_2_4_dsBelongsToDelegations() {
    String text =
        ExampleZone.TEXT.replace("A RRSIG NSEC\nd.ex", "A DS RRSIG NSEC\nd.ex")
            + DS.replace("s.example.", "a.example.")
            + "\n";
    assertThat(ExampleZone.SIGNER.sign(text).codes()).containsExactly(FindingCode.DS_WITHOUT_NS);
  }

  @Test
  void rfc4035_2_4_dsDoesNotBelongToTheApex() {
    String text =
        ExampleZone.TEXT.replace("NS SOA RRSIG NSEC DNSKEY", "NS SOA DS RRSIG NSEC DNSKEY")
            + DS.replace("s.example.", "example.")
            + "\n";
    assertThat(ExampleZone.SIGNER.sign(text).codes()).containsExactly(FindingCode.DS_AT_APEX);
  }

  @Test
  void rfc6840_5_2_digestsThatAreNotKnownAreTold() {
    assertThat(codesWithDs(DS, DS.replace(" 1 8 2 ", " 1 8 200 ")))
        .containsExactly(FindingCode.DS_DIGEST_UNSUPPORTED);
  }

  @Test
  void rfc4035_5_2_algorithmsThatAreNotKnownAreTold() {
    assertThat(codesWithDs(DS, DS.replace(" 1 8 2 ", " 1 200 2 ")))
        .containsExactly(FindingCode.DS_ALGORITHM_UNSUPPORTED);
    assertThat(codesWithDs(DS.replace(" 1 8 2 ", " 1 0 2 ")))
        .containsExactly(FindingCode.DS_ALGORITHM_UNSUPPORTED);
  }

  @Test
  void rfc9905_3_sha1IsTold() {
    assertThat(codesWithDs(DS, "s.example. 3600" + SHA1)).containsExactly(FindingCode.DS_SHA1);
    assertThat(codesWithDs("s.example. 3600" + SHA1)).containsExactly(FindingCode.DS_NOT_RELIED_ON);
    assertThat(codesWithDs(DS.replace(" 1 8 2 ", " 1 5 2 ")))
        .containsExactly(FindingCode.DS_NOT_RELIED_ON);
  }

  @Test
  void rfc4509_twoDigestsOfOneKeyAreFine() {
    String sha384 = "s.example. 3600 IN DS 1 8 4 " + "00".repeat(48);
    assertThat(codesWithDs(DS, sha384)).isEmpty();
  }

  @Test
  void rfc4035_2_4_theTtlOfDsIsThatOfNs() {
    assertThat(codesWithDs(DS.replace(" 3600 ", " 600 "))).containsExactly(FindingCode.DS_TTL);
  }

  @Test
  void namesOutsideTheZoneAreTold() {
    assertThat(ExampleZone.SIGNER.sign(ExampleZone.TEXT + "ns.test. 60 IN A 192.0.2.9\n").codes())
        .containsExactly(FindingCode.OUT_OF_ZONE);
  }

  @Test
  void rfc4034_6_1_namesBeforeTheApexInOrderAreOutsideToo() {
    assertThat(ExampleZone.SIGNER.sign(ExampleZone.TEXT + "aaa. 60 IN A 192.0.2.9\n").codes())
        .containsExactly(FindingCode.OUT_OF_ZONE);
  }
}
