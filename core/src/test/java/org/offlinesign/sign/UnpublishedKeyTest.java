package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.NOW;
import static org.offlinesign.sign.SigningFixture.PROVIDERS;
import static org.offlinesign.sign.SigningFixture.ZONE;
import static org.offlinesign.sign.SigningFixture.ZSK;
import static org.offlinesign.sign.SigningFixture.byRole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.testing.Budgets;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.FindingCode;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** Keys that sign without being in the zone. */
class UnpublishedKeyTest {
  private static final SigningKey NEW_ZSK =
      SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK, 256);
  private static final SigningKey NEW_KSK =
      SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.KSK, 256);

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private static List<KeyUse> usualAnd(KeyUse... more) {
    List<KeyUse> uses = new ArrayList<>(byRole(KSK, ZSK));
    uses.addAll(List.of(more));
    return uses;
  }

  private static KeyUse unpublished(SigningKey key) {
    return KeyUse.signing(key, SigningScope.UNPUBLISHED);
  }

  private Outcome sign(List<KeyUse> keys) throws Exception {
    return fixture.sign("a A 192.0.2.1\n", request -> request.keys(keys));
  }

  private VerificationReport verify(List<Dnskey> unpublished) throws Exception {
    return new ZoneVerifier(PROVIDERS)
        .verify(
            VerificationRequest.builder(
                    ZoneFileSource.of(folder.resolve("signed.zone")),
                    ZoneFileOptions.builder(ZONE).build(),
                    Budgets.in(folder))
                .at(NOW)
                .unpublishedKeys(unpublished)
                .build());
  }

  private static List<FindingCode> codes(VerificationReport report) {
    return report.findings().stream().map(Finding::code).distinct().toList();
  }

  @Test
  void rfc6781_4_1_4_theNewAlgorithmSignsBeforeItsKeyIsPublished() throws Exception {
    Outcome outcome = sign(usualAnd(unpublished(NEW_ZSK), unpublished(NEW_KSK)));
    assertThat(outcome.zone().data("example.", RecordType.DNSKEY)).hasSize(2);
    assertThat(outcome.report().ds()).allMatch(ds -> ds.keyTag() == KSK.facts().keyTag());
    assertThat(outcome.zone().rrsigs("a.example."))
        .filteredOn(rrsig -> rrsig.keyTag() == NEW_ZSK.facts().keyTag())
        .extracting(Rrsig::typeCovered)
        .containsExactly(RecordType.A, RecordType.NSEC);
    assertThat(outcome.zone().rrsigs("example."))
        .filteredOn(rrsig -> rrsig.keyTag() == NEW_KSK.facts().keyTag())
        .extracting(Rrsig::typeCovered)
        .containsExactly(RecordType.DNSKEY);
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void aVerifierThatKnowsTheKeyVerifiesItsSignatures() throws Exception {
    sign(usualAnd(unpublished(NEW_ZSK)));
    assertThat(codes(verify(List.of()))).contains(FindingCode.RRSIG_KEY_UNKNOWN);
    VerificationReport known = verify(List.of(NEW_ZSK.facts().dnskey()));
    assertThat(known.isValid()).isTrue();
    assertThat(codes(known)).doesNotContain(FindingCode.RRSIG_KEY_UNKNOWN);

    Path signed = folder.resolve("signed.zone");
    String text = Files.readString(signed);
    Files.writeString(signed, text.replace("192.0.2.1", "192.0.2.2"));
    assertThat(verify(List.of(NEW_ZSK.facts().dnskey())).findings())
        .filteredOn(finding -> finding.code() == FindingCode.RRSIG_INVALID)
        .anyMatch(finding -> finding.message().contains(" " + NEW_ZSK.facts().keyTag() + " "));
  }

  @Test
  void aVerifierThatKnowsTheKeyMissesItsSignatures() throws Exception {
    sign(usualAnd(unpublished(NEW_ZSK)));
    Path signed = folder.resolve("signed.zone");
    String tag = " " + NEW_ZSK.facts().keyTag() + " example.";
    List<String> lines = Files.readAllLines(signed);
    assertThat(lines).anyMatch(line -> line.contains(tag) && line.contains("\tA 13 "));
    lines.removeIf(line -> line.contains(tag) && line.contains("\tA 13 "));
    Files.write(signed, lines);
    assertThat(verify(List.of()).isValid()).isTrue();
    assertThat(codes(verify(List.of(NEW_ZSK.facts().dnskey()))))
        .contains(FindingCode.RRSIG_MISSING);
  }

  @Test
  void aSignatureOfAKeyOutsideTheZoneIsNoneOfTheZonesAlgorithm() throws Exception {
    SigningKey other = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
    sign(usualAnd(unpublished(other)));
    Path signed = folder.resolve("signed.zone");
    String tag = " " + ZSK.facts().keyTag() + " example.";
    List<String> lines = Files.readAllLines(signed);
    lines.removeIf(line -> line.contains(tag) && line.contains("\tSOA 8 "));
    Files.write(signed, lines);
    assertThat(codes(verify(List.of(other.facts().dnskey())))).contains(FindingCode.RRSIG_MISSING);
  }

  @Test
  void rfc6781_4_1_4_theOldKeyLeavesTheZoneBeforeItsSignatures() throws Exception {
    sign(byRole(KSK, ZSK, NEW_KSK, NEW_ZSK));
    String before = Files.readString(folder.resolve("signed.zone"));
    List<KeyUse> keys = new ArrayList<>(byRole(NEW_KSK, NEW_ZSK));
    keys.addAll(List.of(unpublished(KSK), unpublished(ZSK)));
    // Records of the input stay with --dnskey add, but not those of keys that are to leave.
    Outcome outcome =
        fixture.signWhole(
            before, request -> request.keys(keys).dnskeyTreatment(RecordTreatment.ADD));
    assertThat(outcome.zone().data("example.", RecordType.DNSKEY)).hasSize(2);
    assertThat(outcome.zone().rrsigs("a.example."))
        .extracting(Rrsig::keyTag)
        .contains(ZSK.facts().keyTag(), NEW_ZSK.facts().keyTag());
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void whatNobodyCouldVerifyIsRefused() {
    assertThatThrownBy(() -> sign(List.of(unpublished(KSK), unpublished(ZSK))))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no key that signs is to be in the zone");
    List<KeyUse> zskAway = new ArrayList<>(byRole(KSK));
    zskAway.add(unpublished(ZSK));
    assertThatThrownBy(() -> sign(zskAway))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no RSASHA256 key signs the zone's data");
  }

  @Test
  void aKeyIsInTheZoneOrIsNot() throws Exception {
    for (KeyUse other : List.of(byRole(ZSK).get(0), KeyUse.published(ZSK.facts()))) {
      for (List<KeyUse> both :
          List.of(List.of(other, unpublished(ZSK)), List.of(unpublished(ZSK), other))) {
        List<KeyUse> keys = new ArrayList<>(byRole(KSK));
        keys.addAll(both);
        assertThatThrownBy(() -> sign(keys))
            .isInstanceOf(KeyPlanException.class)
            .hasMessageContaining("is to be in the zone and is not");
      }
    }
    sign(byRole(KSK, ZSK, NEW_KSK, NEW_ZSK));
    String before = Files.readString(folder.resolve("signed.zone"));
    List<KeyUse> keys = usualAnd(unpublished(NEW_ZSK), unpublished(NEW_KSK));
    assertThatThrownBy(
            () ->
                fixture.signWhole(
                    before,
                    request -> request.keys(keys).dnskeyTreatment(RecordTreatment.NOCHANGE)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("whose DNSKEY RRset has it");
  }
}
