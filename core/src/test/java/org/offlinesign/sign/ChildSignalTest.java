package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.zonefile.ZoneFileException;

/** What the zone asks its parent for: CDS and CDNSKEY records. */
class ChildSignalTest {
  private static final ApexChanges PUBLISH =
      new ApexChanges(ChildSignal.PUBLISH, ChildSignal.PUBLISH, Set.of());
  private static final ApexChanges DELETE =
      new ApexChanges(ChildSignal.DELETE, ChildSignal.DELETE, Set.of());
  private static final String OLD =
      "@ 77 CDS 1 8 2 " + "AB".repeat(32) + "\n@ 78 CDNSKEY 257 3 8 AQAB\n";

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static UnaryOperator<SigningRequest.Builder> with(ApexChanges changes) {
    return request -> request.apexChanges(changes);
  }

  private static String ds(SigningKey key, DigestType digest) {
    return DsDigest.of(SigningFixture.ZONE, key.facts().dnskey(), digest).toString();
  }

  private static List<String> messages(Outcome outcome) {
    return outcome.report().warnings().stream().map(SigningWarning::message).toList();
  }

  @Test
  void rfc7344_3_theKskIsPublishedInBothForms() throws Exception {
    Outcome outcome =
        fixture.sign(
            OLD,
            request ->
                with(PUBLISH).apply(request).digests(Set.of(DigestType.SHA256, DigestType.SHA384)));
    assertThat(outcome.zone().data("example.", RecordType.CDS))
        .containsExactlyInAnyOrder(
            ds(SigningFixture.KSK, DigestType.SHA256), ds(SigningFixture.KSK, DigestType.SHA384));
    assertThat(outcome.zone().data("example.", RecordType.CDNSKEY))
        .containsExactly(SigningFixture.KSK.facts().dnskey().toString());
    assertThat(outcome.zone().ttls("example.", RecordType.CDS)).containsOnly(77);
    assertThat(outcome.zone().ttls("example.", RecordType.CDNSKEY)).containsOnly(78);
    assertThat(outcome.report().warnings()).isEmpty();
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void rfc7344_4_1_theKskSignsThem() throws Exception {
    Outcome outcome = fixture.sign("", with(PUBLISH));
    int kskTag = SigningFixture.KSK.facts().keyTag();
    assertThat(outcome.zone().rrsigs("example."))
        .filteredOn(rrsig -> rrsig.keyTag() == kskTag)
        .extracting(rrsig -> rrsig.typeCovered().toString())
        .containsExactlyInAnyOrder("DNSKEY", "CDS", "CDNSKEY");
    assertThat(outcome.zone().data("example.", RecordType.NSEC).get(0)).contains("CDS CDNSKEY");
    assertThat(outcome.zone().ttls("example.", RecordType.CDS)).containsExactly(300);
  }

  @Test
  void aPublishedKskIsAmongThemAndARevokedOneIsNot() throws Exception {
    SigningKey next = SigningFixture.key(Algorithm.RSASHA256, KeyRole.KSK);
    SigningKey revoked = SigningFixture.key(Algorithm.RSASHA256, KeyRole.KSK);
    SigningKey gone =
        revoked.with(ZoneKey.of(SigningFixture.ZONE, revoked.facts().dnskey().revoked()));
    Outcome outcome =
        fixture.sign(
            "",
            request ->
                request
                    .apexChanges(PUBLISH)
                    .keys(
                        List.of(
                            KeyUse.signing(SigningFixture.KSK, SigningScope.BY_ROLE),
                            KeyUse.signing(SigningFixture.ZSK, SigningScope.BY_ROLE),
                            KeyUse.signing(gone, SigningScope.BY_ROLE),
                            KeyUse.published(next.facts()))));
    assertThat(outcome.zone().data("example.", RecordType.CDS))
        .containsExactlyInAnyOrder(
            ds(SigningFixture.KSK, DigestType.SHA256), ds(next, DigestType.SHA256));
  }

  @Test
  void rfc8078_4_theDeletingFormStandsAlone() throws Exception {
    Outcome outcome = fixture.sign(OLD, with(DELETE));
    assertThat(outcome.zone().data("example.", RecordType.CDS)).containsExactly("0 0 0 00");
    assertThat(outcome.zone().data("example.", RecordType.CDNSKEY)).containsExactly("0 3 0 AA==");
    assertThat(messages(outcome))
        .singleElement()
        .asString()
        .contains("asked to delete")
        .contains("RFC 8078");
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void theyCanBeTakenOut() throws Exception {
    Outcome outcome =
        fixture.sign(OLD, with(new ApexChanges(ChildSignal.NONE, ChildSignal.NONE, Set.of())));
    assertThat(outcome.zone().owners(RecordType.CDS)).isEmpty();
    assertThat(outcome.zone().owners(RecordType.CDNSKEY)).isEmpty();
    assertThat(outcome.report().warnings()).isEmpty();
  }

  @Test
  void rfc7344_4_1_aZoneWhoseKskDoesNotSignIsRefused() {
    List<KeyUse> keys =
        List.of(
            KeyUse.published(SigningFixture.KSK.facts()),
            KeyUse.signing(SigningFixture.ZSK, SigningScope.BY_ROLE));
    assertThatThrownBy(() -> fixture.sign("", request -> request.apexChanges(PUBLISH).keys(keys)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no KSK of the zone signs")
        .hasMessageContaining("RFC 7344");
  }

  @Test
  void aKskThatSignsDnskeyAloneIsWarnedOf() throws Exception {
    List<KeyUse> keys =
        List.of(
            KeyUse.signing(SigningFixture.KSK, SigningScope.DNSKEY_ONLY),
            KeyUse.signing(SigningFixture.ZSK, SigningScope.BY_ROLE));
    Outcome outcome = fixture.sign("", request -> request.apexChanges(PUBLISH).keys(keys));
    assertThat(messages(outcome)).hasSize(2).allMatch(text -> text.contains("signed by no KSK"));
  }

  @Test
  void rfc7344_4_twoFormsThatDisagreeAreWarnedOf() throws Exception {
    UnaryOperator<SigningRequest.Builder> cdsAlone =
        with(new ApexChanges(ChildSignal.PUBLISH, ChildSignal.KEEP, Set.of()));
    String zsk = "@ CDNSKEY " + SigningFixture.ZSK.facts().dnskey() + "\n";
    assertThat(messages(fixture.sign(zsk, cdsAlone)))
        .anySatisfy(message -> assertThat(message).contains("different keys"));
    assertThat(messages(fixture.sign("@ CDNSKEY 0 3 0 AA==\n", cdsAlone)))
        .singleElement()
        .asString()
        .contains("must stand alone");
    assertThatThrownBy(() -> new ApexChanges(ChildSignal.PUBLISH, ChildSignal.DELETE, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dnssecRecordsAloneHoldThem() throws Exception {
    UnaryOperator<SigningRequest.Builder> alone =
        request ->
            request
                .apexChanges(PUBLISH)
                .serialPolicy(SerialPolicy.KEEP)
                .dsTreatment(RecordTreatment.NOCHANGE)
                .dnskeyTreatment(RecordTreatment.ADD)
                .content(ZoneContent.DNSSEC_ONLY);
    SignedText zone = fixture.sign("", alone).zone();
    assertThat(zone.owners(RecordType.CDS)).hasSize(1);
    assertThat(zone.owners(RecordType.CDNSKEY)).hasSize(1);
    assertThatThrownBy(() -> fixture.sign(OLD, alone))
        .isInstanceOf(ZoneFileException.class)
        .hasMessageContaining("CDS records");
  }
}
