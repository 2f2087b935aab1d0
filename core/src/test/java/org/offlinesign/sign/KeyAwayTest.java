package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;

/** Signing again while the KSK is away: its signatures stay, as nobody could replace them. */
class KeyAwayTest {
  private static final Instant NOW = SigningFixture.NOW;
  private static final Instant END = NOW.plus(Duration.ofDays(20));
  private static final Validity FORMER = new Validity(NOW.minus(Duration.ofDays(1)), END);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final ApexChanges CDS =
      new ApexChanges(ChildSignal.PUBLISH, ChildSignal.PUBLISH, Set.of());

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static SigningRequest.Builder keep(
      SigningRequest.Builder request, @Nullable Duration until) {
    return request.signaturePolicy(new SignaturePolicy(null, Duration.ZERO, until));
  }

  /** Returns a zone that both keys signed, with CDS and CDNSKEY records. */
  private String signedBy(Validity validity, List<KeyUse> keys) throws Exception {
    fixture.sign("a A 192.0.2.1\n", r -> r.validity(validity).keys(keys).apexChanges(CDS));
    return fixture.read("signed.zone");
  }

  private String formerly() throws Exception {
    return signedBy(FORMER, SigningFixture.byRole(KSK, ZSK));
  }

  private Outcome withoutKsk(String zone, UnaryOperator<SigningRequest.Builder> changes)
      throws Exception {
    List<KeyUse> keys = new ArrayList<>(SigningFixture.byRole(ZSK));
    keys.add(KeyUse.published(KSK.facts()));
    Outcome outcome =
        fixture.signWhole(zone, request -> changes.apply(keep(request, WEEK).keys(keys)));
    assertThat(fixture.verificationErrors()).isEmpty();
    return outcome;
  }

  private static List<String> kept(Outcome outcome) throws Exception {
    return outcome.zone().rrsigs("example.").stream()
        .filter(rrsig -> rrsig.keyTag() == KSK.facts().keyTag())
        .map(Rrsig::typeCovered)
        .map(RecordType::toString)
        .toList();
  }

  private static List<Code> codes(Outcome outcome) {
    return outcome.report().warnings().stream().map(SigningWarning::code).toList();
  }

  private static List<String> told(Outcome outcome, Code code) {
    return outcome.report().warnings().stream()
        .filter(warning -> warning.code() == code)
        .map(SigningWarning::message)
        .toList();
  }

  @Test
  void itsSignaturesStayOverRrsetsThatAreUnchanged() throws Exception {
    Outcome outcome = withoutKsk(formerly(), r -> r.apexChanges(CDS));
    assertThat(kept(outcome)).containsExactlyInAnyOrder("DNSKEY", "CDS", "CDNSKEY");
    assertThat(codes(outcome)).isEmpty();
    // The new SOA alone has a new signature.
    assertThat(outcome.report().renewal().made()).isEqualTo(1);
    assertThat(outcome.report().renewal().dropped()).isEqualTo(1);
  }

  @Test
  void itNeedOnlyBeInTheDnskeyRrsetOfTheInput() throws Exception {
    String former = formerly();
    for (RecordTreatment treatment : List.of(RecordTreatment.ADD, RecordTreatment.NOCHANGE)) {
      Outcome outcome =
          withoutKsk(former, r -> r.keys(SigningFixture.byRole(ZSK)).dnskeyTreatment(treatment));
      assertThat(kept(outcome)).containsExactlyInAnyOrder("DNSKEY", "CDS", "CDNSKEY");
    }
  }

  @Test
  void theZoneStaysTheSameFromOneSigningToTheNext() throws Exception {
    withoutKsk(formerly(), r -> r.serialPolicy(SerialPolicy.KEEP));
    String once = fixture.read("signed.zone");
    withoutKsk(once, r -> r.serialPolicy(SerialPolicy.KEEP));
    assertThat(fixture.read("signed.zone")).isEqualTo(once);
  }

  @Test
  void oneThatEndsTooSoonStaysWithAWarning() throws Exception {
    Outcome outcome = withoutKsk(formerly(), request -> keep(request, Duration.ofDays(20)));
    assertThat(kept(outcome)).containsExactlyInAnyOrder("DNSKEY", "CDS", "CDNSKEY");
    assertThat(codes(outcome)).containsOnly(Code.KEY_AWAY);
    assertThat(told(outcome, Code.KEY_AWAY))
        .hasSize(3)
        .allMatch(message -> message.contains(KSK.facts() + ", which is only published, over the "))
        .allMatch(message -> message.contains("ends at 2026-02-20T12:00:00Z"))
        .allMatch(message -> message.contains("--signkey"));
    assertThat(outcome.report().firstExpiry()).isEqualTo(END);
  }

  @Test
  void oneThatHasEndedGoesWithAWarning() throws Exception {
    Validity over = new Validity(NOW.minus(Duration.ofDays(9)), NOW);
    Outcome outcome = withoutKsk(signedBy(over, SigningFixture.byRole(KSK, ZSK)), r -> r);
    assertThat(kept(outcome)).isEmpty();
    assertThat(told(outcome, Code.KEY_AWAY))
        .hasSize(3)
        .allMatch(message -> message.contains("ended at 2026-01-31T12:00:00Z"));
    assertThat(codes(outcome)).contains(Code.ENTRY_POINT_UNUSED);
  }

  @Test
  void oneThatHasNotBegunGoesWithAWarning() throws Exception {
    Validity later = new Validity(NOW.plusSeconds(1), END);
    Outcome outcome = withoutKsk(signedBy(later, SigningFixture.byRole(KSK, ZSK)), r -> r);
    assertThat(kept(outcome)).isEmpty();
    assertThat(told(outcome, Code.KEY_AWAY))
        .hasSize(3)
        .allMatch(message -> message.contains("is not valid yet"));
  }

  @Test
  void aChangedDnskeyRrsetLosesItAndTheOthersKeepTheirs() throws Exception {
    SigningKey next = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
    List<KeyUse> keys = new ArrayList<>(SigningFixture.byRole(ZSK));
    keys.add(KeyUse.published(KSK.facts()));
    keys.add(KeyUse.published(next.facts()));
    Outcome outcome = withoutKsk(formerly(), r -> r.keys(keys));
    assertThat(kept(outcome)).containsExactlyInAnyOrder("CDS", "CDNSKEY");
    assertThat(told(outcome, Code.KEY_AWAY))
        .singleElement()
        .asString()
        .contains("does not fit the DNSKEY records and their TTL as they are now");
    assertThat(codes(outcome)).contains(Code.ENTRY_POINT_UNUSED);
  }

  @Test
  void rfc4034_3_1_4_anotherTtlLosesIt() throws Exception {
    Outcome outcome = withoutKsk(formerly(), r -> r.ttlLimits(new TtlLimits(null, new Ttl(60))));
    assertThat(kept(outcome)).containsExactlyInAnyOrder("CDS", "CDNSKEY");
    assertThat(told(outcome, Code.KEY_AWAY)).singleElement().asString().contains("TTL");
  }

  @Test
  void aSignatureThatIsNotItsOwnGoes() throws Exception {
    String former = formerly();
    String forged =
        former
            .lines()
            .map(line -> line.contains("RRSIG\tDNSKEY") ? line.replaceFirst("...=$", "AAA=") : line)
            .reduce("", (text, line) -> text + line + "\n");
    assertThat(forged).isNotEqualTo(former);
    assertThat(kept(withoutKsk(forged, r -> r))).containsExactlyInAnyOrder("CDS", "CDNSKEY");
  }

  @Test
  void theSignatureOfAKeyThatNobodyCanVerifyGoes() throws Exception {
    String rrsig = "@ 300 RRSIG DNSKEY 8 1 300 20260220120000 20260130120000 2059 example. AQID\n";
    String zone = formerly() + "@ 300 DNSKEY 257 3 8 AQID\n" + rrsig;
    Outcome outcome =
        fixture.signWhole(
            zone, request -> keep(request, WEEK).dnskeyTreatment(RecordTreatment.ADD));
    assertThat(outcome.zone().rrsigs("example."))
        .filteredOn(signature -> signature.typeCovered().equals(RecordType.DNSKEY))
        .extracting(Rrsig::keyTag)
        .containsExactlyInAnyOrder(KSK.facts().keyTag(), ZSK.facts().keyTag());
  }

  @Test
  void rfc7344_4_1_theParentMayBeAskedForAKeyThatIsAwayIfItsSignatureStays() throws Exception {
    String former = formerly();
    assertThatThrownBy(() -> withoutKsk(former, r -> keep(r, null).apexChanges(CDS)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no KSK of the zone signs its DNSKEY records");
    assertThat(codes(withoutKsk(former, r -> r.apexChanges(CDS)))).isEmpty();
  }

  /** A ZSK is replaced while it is published: what it signed is signed by another. */
  @Test
  void theSignaturesOfAPublishedZskGo() throws Exception {
    SigningKey next = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
    List<KeyUse> before = new ArrayList<>(SigningFixture.byRole(KSK, ZSK));
    before.add(KeyUse.published(next.facts()));
    List<KeyUse> after = new ArrayList<>(SigningFixture.byRole(KSK, next));
    after.add(KeyUse.published(ZSK.facts()));
    Outcome outcome = withoutKsk(signedBy(FORMER, before), r -> r.keys(after));
    assertThat(outcome.zone().rrsigs("example."))
        .extracting(Rrsig::keyTag)
        .doesNotContain(ZSK.facts().keyTag());
    assertThat(codes(outcome)).isEmpty();
  }

  @Test
  void withoutBeingAskedForNoneStaysAndTheUserIsToldHow() throws Exception {
    Outcome outcome = withoutKsk(formerly(), request -> keep(request, null));
    assertThat(kept(outcome)).isEmpty();
    assertThat(told(outcome, Code.ENTRY_POINT_UNUSED))
        .singleElement()
        .asString()
        .contains("--keep-until");
  }
}
