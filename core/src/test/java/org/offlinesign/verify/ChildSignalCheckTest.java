package org.offlinesign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;

/** What a zone asks of its parent with CDS and CDNSKEY records. */
class ChildSignalCheckTest {
  private static final SigningKey KSK =
      ExampleZone.newKey(Algorithm.ECDSAP256SHA256, Dnskey.ZONE_KEY | Dnskey.SEP);
  private static final Dnskey KSK_RECORD = ExampleSigner.dnskey(KSK);
  private static final Dnskey STRANGER = ExampleSigner.dnskey(ExampleZone.OTHER);
  private static final ExampleSigner SIGNER = ExampleSigner.of(ExampleZone.KEY, KSK);
  private static final String DELETE_CDS = "example. 3600 IN CDS 0 0 0 00";
  private static final String DELETE_CDNSKEY = "example. 3600 IN CDNSKEY 0 3 0 AA==";

  private static String cds(Dnskey key) {
    return "example. 3600 IN CDS " + DsDigest.of(ZoneText.ZONE, key, DigestType.SHA256);
  }

  private static String cdnskey(Dnskey key) {
    return "example. 3600 IN CDNSKEY " + key;
  }

  private static ZoneText zone(String... records) {
    String text = ExampleZone.TEXT + String.join("\n", records) + "\n";
    StringBuilder types = new StringBuilder("RRSIG NSEC DNSKEY");
    types.append(text.contains(" CDS ") ? " CDS" : "");
    types.append(text.contains(" CDNSKEY ") ? " CDNSKEY" : "");
    return SIGNER.sign(text.replace("RRSIG NSEC DNSKEY", types));
  }

  @Test
  void rfc7344_4_recordsOfTheKskAreFine() {
    assertThat(zone(cds(KSK_RECORD), cdnskey(KSK_RECORD)).codes()).isEmpty();
    assertThat(zone(cds(KSK_RECORD)).codes()).isEmpty();
    assertThat(zone(cdnskey(KSK_RECORD)).codes()).isEmpty();
  }

  @Test
  void rfc7344_4_1_aKeyThatIsNotPublishedIsTold() {
    assertThat(zone(cds(KSK_RECORD), cds(STRANGER)).codes())
        .containsExactly(FindingCode.CDS_WITHOUT_KEY);
    assertThat(zone(cdnskey(KSK_RECORD), cdnskey(STRANGER)).codes())
        .containsExactly(FindingCode.CDS_WITHOUT_KEY);
  }

  @Test
  void rfc7344_4_1_theDelegationMustNotBreak() {
    String tag = " " + KSK_RECORD.keyTag() + " ";
    assertThat(zone(cds(KSK_RECORD)).without("RRSIG DNSKEY ", tag).codes())
        .contains(FindingCode.CDS_BREAKS_DELEGATION);
    assertThat(zone(cds(STRANGER)).codes())
        .containsExactlyInAnyOrder(FindingCode.CDS_WITHOUT_KEY, FindingCode.CDS_BREAKS_DELEGATION);
  }

  @Test
  void rfc7344_4_bothRrsetsAskForTheSameKeys() {
    Dnskey zsk = ExampleSigner.dnskey(ExampleZone.KEY);
    assertThat(zone(cds(KSK_RECORD), cdnskey(KSK_RECORD), cdnskey(zsk)).codes())
        .containsExactly(FindingCode.CDS_DISAGREEMENT);
    assertThat(zone(cds(KSK_RECORD), cds(zsk), cdnskey(KSK_RECORD)).codes())
        .containsExactly(FindingCode.CDS_DISAGREEMENT);
  }

  @Test
  void rfc8078_4_theDeletionStandsAloneAndInBoth() {
    assertThat(zone(DELETE_CDS, DELETE_CDNSKEY).codes()).isEmpty();
    assertThat(zone(DELETE_CDS).codes()).isEmpty();
    assertThat(zone(DELETE_CDS, cds(KSK_RECORD)).codes()).containsExactly(FindingCode.CDS_DELETION);
    assertThat(zone(DELETE_CDS, cdnskey(KSK_RECORD)).codes())
        .containsExactly(FindingCode.CDS_DELETION);
    assertThat(zone("example. 3600 IN CDS 1 0 0 00").codes())
        .containsExactly(FindingCode.CDS_DELETION);
  }

  @Test
  void rfc7344_4_1_aKeyThatTheParentNamesSignsThem() {
    ZoneText zone = zone(cds(KSK_RECORD), cdnskey(KSK_RECORD));
    EntryPoints anchor = new EntryPoints(ZoneText.ZONE, List.of(KSK_RECORD), List.of());
    assertThat(ZoneText.verify(zone.request().trustAnchors(anchor)).findings()).isEmpty();

    ZoneText byZsk = zone.without("RRSIG CDS 13 ");
    assertThat(ZoneText.verify(byZsk.request().trustAnchors(anchor)).counts())
        .containsKey(FindingCode.CDS_SIGNER);
    ZoneText none = zone(cds(KSK_RECORD)).without("RRSIG CDS 13 ");
    assertThat(ZoneText.verify(none.request()).counts()).doesNotContainKey(FindingCode.CDS_SIGNER);
  }

  @Test
  void rfc7344_4_1_theyBelongToTheApex() {
    String text =
        ExampleZone.TEXT.replace("A RRSIG NSEC\nd.ex", "A RRSIG NSEC CDS\nd.ex")
            + cds(KSK_RECORD).replace("example.", "a.example.")
            + "\n";
    assertThat(SIGNER.sign(text).codes()).containsExactly(FindingCode.CDS_NOT_AT_APEX);
  }
}
