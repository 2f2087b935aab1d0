package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.ZSK;
import static org.offlinesign.sign.SigningFixture.byRole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;
import org.offlinesign.sign.SigningWarning.Code;

/** Which key signs what, and which sets of keys are refused. */
class SigningKeysTest {
  private static final SigningKey SHA1_KSK = SigningFixture.key(Algorithm.RSASHA1, KeyRole.KSK);
  private static final SigningKey SHA1_ZSK = SigningFixture.key(Algorithm.RSASHA1, KeyRole.ZSK);

  @TempDir Path folder;

  private SigningFixture fixture;

  @BeforeEach
  void makeFixture() {
    fixture = new SigningFixture(folder);
  }

  private Outcome sign(List<KeyUse> keys) throws Exception {
    return fixture.sign("@ CDS 0 0 0 00\na A 192.0.2.1\n", request -> request.keys(keys));
  }

  private static List<String> typesSignedBy(SigningKey key, Outcome outcome) throws Exception {
    List<String> types = new ArrayList<>();
    for (String owner : List.of("example.", "a.example.")) {
      for (Rrsig signature : outcome.zone().rrsigs(owner)) {
        if (signature.keyTag() == key.facts().keyTag()) {
          types.add(signature.typeCovered().toString());
        }
      }
    }
    return types;
  }

  @Test
  void rfc7344_4_1_aKskSignsDnskeyAndCdsAndAZskEverything() throws Exception {
    Outcome outcome = sign(byRole(KSK, ZSK));
    assertThat(typesSignedBy(KSK, outcome)).containsExactly("DNSKEY", "CDS");
    assertThat(typesSignedBy(ZSK, outcome))
        .containsExactly("SOA", "NS", "DNSKEY", "CDS", "NSEC", "A", "NSEC");
  }

  @Test
  void allrrLetsOneKeySignEverything() throws Exception {
    Outcome outcome = sign(List.of(KeyUse.signing(KSK, SigningScope.ALL_RRSETS)));
    assertThat(typesSignedBy(KSK, outcome))
        .containsExactly("SOA", "NS", "DNSKEY", "CDS", "NSEC", "A", "NSEC");
  }

  @Test
  void dnskeyonlyLetsAKeySignTheDnskeyRrsetAlone() throws Exception {
    Outcome outcome =
        sign(
            List.of(
                KeyUse.signing(KSK, SigningScope.DNSKEY_ONLY),
                KeyUse.signing(ZSK, SigningScope.BY_ROLE)));
    assertThat(typesSignedBy(KSK, outcome)).containsExactly("DNSKEY");
  }

  @Test
  void aPublishedKeySignsNothing() throws Exception {
    SigningKey next = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
    List<KeyUse> keys = new ArrayList<>(byRole(KSK, ZSK));
    keys.add(KeyUse.published(next.facts()));
    Outcome outcome = sign(keys);
    assertThat(typesSignedBy(next, outcome)).isEmpty();
    assertThat(outcome.zone().data("example.", RecordType.DNSKEY)).hasSize(3);
  }

  @Test
  void rfc5011_2_1_aRevokedKeySignsTheDnskeyRrsetAlone() throws Exception {
    SigningKey revoked = KSK.with(ZoneKey.of(SigningFixture.ZONE, KSK.facts().dnskey().revoked()));
    List<KeyUse> keys = new ArrayList<>(byRole(ZSK));
    keys.add(KeyUse.signing(revoked, SigningScope.ALL_RRSETS));
    assertThat(typesSignedBy(revoked, sign(keys))).containsExactly("DNSKEY");
  }

  @Test
  void rfc4035_2_2_twoAlgorithmsBothSignEverything() throws Exception {
    Outcome outcome = sign(byRole(KSK, ZSK, SHA1_KSK, SHA1_ZSK));
    assertThat(typesSignedBy(SHA1_ZSK, outcome)).isEqualTo(typesSignedBy(ZSK, outcome));
    assertThat(outcome.report().warnings())
        .filteredOn(warning -> warning.code() == Code.SHA1)
        .hasSize(2)
        .allMatch(warning -> warning.message().contains("RFC 9905"));
  }

  @Test
  void rfc6840_5_11_aSingleKeyOfAThirdAlgorithmSignsBesideTheOthers() throws Exception {
    SigningKey p256Ksk = SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.KSK, 256);
    SigningKey p256Zsk = SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK, 256);
    SigningKey single = SigningFixture.key(Algorithm.ED25519, KeyRole.KSK, 256);
    List<KeyUse> keys = new ArrayList<>(byRole(KSK, ZSK, p256Ksk, p256Zsk));
    keys.add(KeyUse.signing(single, SigningScope.ALL_RRSETS));
    Outcome outcome = sign(keys);
    assertThat(typesSignedBy(p256Zsk, outcome)).isEqualTo(typesSignedBy(ZSK, outcome));
    assertThat(typesSignedBy(single, outcome)).isEqualTo(typesSignedBy(ZSK, outcome));
    assertThat(typesSignedBy(p256Ksk, outcome)).isEqualTo(typesSignedBy(KSK, outcome));
    assertThat(fixture.verificationErrors()).isEmpty();
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .doesNotContain(Code.SHORT_KEY, Code.SHA1);
  }

  @Test
  void rfc4035_2_2_anAlgorithmWithoutAZskIsRefusedWithTheOptionThatMendsIt() {
    SigningKey p256 = SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.KSK, 256);
    assertThatThrownBy(() -> sign(byRole(KSK, ZSK, p256)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no ECDSAP256SHA256 key signs the zone's data")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("--signkey-allrr");
  }

  @Test
  void keysThatWindowsDoesNotKnowAreWarnedOfInItsLayout() throws Exception {
    SigningKey edwards = SigningFixture.key(Algorithm.ED25519, KeyRole.ZSK, 256);
    SigningKey p256 = SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK, 256);
    for (ZoneLayout layout : ZoneLayout.values()) {
      Outcome outcome =
          fixture.sign("", request -> request.keys(byRole(p256, edwards)).layout(layout));
      assertThat(outcome.report().warnings())
          .filteredOn(warning -> warning.code() == Code.UNKNOWN_TO_WINDOWS)
          .hasSize(layout == ZoneLayout.WINDOWS ? 1 : 0)
          .allMatch(warning -> warning.message().contains("/ED25519/"));
    }
  }

  @Test
  void rfc6979_aZoneIsSignedAlikeWithAnyNumberOfThreadsAndAnyProvider() throws Exception {
    List<KeyUse> keys =
        byRole(
            SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.ZSK, 256),
            SigningFixture.key(Algorithm.ECDSAP384SHA384, KeyRole.ZSK, 384));
    Set<String> signed = new HashSet<>();
    Set<String> usual = new HashSet<>();
    for (CryptoProviders providers :
        List.of(CryptoProviders.detect(), CryptoProviders.withoutNative())) {
      for (int threads : new int[] {1, 2, 5}) {
        signed.add(fixture.signManyNames(providers.deterministic(), keys, threads));
        usual.add(fixture.signManyNames(providers, keys, threads));
      }
    }
    assertThat(signed).hasSize(1);
    assertThat(usual).hasSize(6);
  }

  @Test
  void theOrderOfTheKeysMakesNoDifference() throws Exception {
    List<KeyUse> keys = new ArrayList<>(byRole(KSK, ZSK, SHA1_KSK, SHA1_ZSK));
    sign(keys);
    String forward = fixture.read("signed.zone");
    Collections.reverse(keys);
    sign(keys);
    assertThat(fixture.read("signed.zone")).isEqualTo(forward);
  }

  @Test
  void aKeyNamedTwiceCountsOnceWithItsWiderScope() throws Exception {
    List<KeyUse> keys = new ArrayList<>(byRole(ZSK, KSK, KSK));
    keys.add(KeyUse.signing(KSK, SigningScope.ALL_RRSETS));
    Outcome outcome = sign(keys);
    assertThat(outcome.zone().data("example.", RecordType.DNSKEY)).hasSize(2);
    assertThat(typesSignedBy(KSK, outcome)).hasSize(7);
  }

  @Test
  void aKskAloneIsRefusedWithTheOptionThatMendsIt() {
    assertThatThrownBy(() -> sign(byRole(KSK)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("RFC 4035")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("--signkey-allrr");
  }

  @Test
  void rfc4035_2_2_anAlgorithmThatSignsOnlyTheDnskeyRrsetIsRefused() {
    assertThatThrownBy(() -> sign(byRole(KSK, ZSK, SHA1_KSK)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no RSASHA1 key signs the zone's data");
  }

  @Test
  void rfc4035_2_2_aPublishedKeyOfAnAlgorithmThatDoesNotSignIsRefused() {
    List<KeyUse> keys = new ArrayList<>(byRole(KSK, ZSK));
    keys.add(KeyUse.published(SHA1_ZSK.facts()));
    assertThatThrownBy(() -> sign(keys))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("publishes RSASHA1 keys but none signs");
  }

  /** RFC 4035 §5.2: what the parent's DS record points to has to sign the DNSKEY RRset. */
  @Test
  void aKskThatIsOnlyPublishedIsWarnedOfUnlessAnotherSigns() throws Exception {
    List<KeyUse> keys = new ArrayList<>(byRole(ZSK));
    keys.add(KeyUse.published(KSK.facts()));
    assertThat(sign(keys).report().warnings())
        .filteredOn(warning -> warning.code() == Code.ENTRY_POINT_UNUSED)
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.message())
                    .contains(Integer.toString(KSK.facts().keyTag()))
                    .contains("--signkey"));

    SigningKey next = SigningFixture.key(Algorithm.RSASHA256, KeyRole.KSK);
    List<KeyUse> rollover = new ArrayList<>(byRole(KSK, ZSK));
    rollover.add(KeyUse.published(next.facts()));
    assertThat(sign(rollover).report().warnings())
        .noneMatch(warning -> warning.code() == Code.ENTRY_POINT_UNUSED);
  }

  @Test
  void publishedKeysAloneAreRefused() {
    assertThatThrownBy(() -> sign(List.of(KeyUse.published(ZSK.facts()))))
        .isInstanceOf(KeyPlanException.class)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("--signkey");
  }

  @Test
  void aKeyOfAnotherZoneIsRefusedByName() throws Exception {
    SigningKey foreign = SigningFixture.in(DnsName.of("other."), ZSK);
    assertThatThrownBy(() -> sign(byRole(KSK, foreign)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("other./RSASHA256/")
        .hasMessageEndingWith(" belongs to other. and cannot sign example.")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("name keys of example. with --signkey", "the zone other. with --zone");
  }

  @Test
  void keysWithTheSameTagBothSign() throws Exception {
    Map<Integer, SigningKey> byTag = new HashMap<>();
    SigningKey first = null;
    SigningKey second = null;
    while (first == null) {
      second = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK, 512);
      first = byTag.put(second.facts().keyTag(), second);
    }
    Outcome outcome = sign(byRole(first, second));
    assertThat(typesSignedBy(first, outcome)).hasSize(2 * 7);
    assertThat(outcome.report().keys()).extracting(KeyFigures::signatures).containsExactly(9L, 9L);
    assertThat(fixture.verificationErrors()).isEmpty();
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.SHORT_KEY);
  }

  @Test
  void keysWhoseTagsAreOneApartSignEachItsPart() throws Exception {
    List<SigningKey> pair = pairWith(ksk -> ksk.keyTag() - 1);
    Outcome outcome =
        fixture.sign("a A 192.0.2.1\n", request -> request.keys(byRole(pair.get(0), pair.get(1))));
    assertThat(typesSignedBy(pair.get(0), outcome)).containsExactly("DNSKEY");
    assertThat(typesSignedBy(pair.get(1), outcome))
        .containsExactly("SOA", "NS", "DNSKEY", "NSEC", "A", "NSEC");
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void rfc5011_2_1_aRevokedKeyMayGetTheTagOfAnother() throws Exception {
    List<SigningKey> pair = pairWith(ksk -> ksk.dnskey().revokedKeyTag());
    SigningKey ksk = pair.get(0);
    SigningKey revoked = ksk.with(ZoneKey.of(SigningFixture.ZONE, ksk.facts().dnskey().revoked()));
    Outcome outcome =
        fixture.sign("a A 192.0.2.1\n", request -> request.keys(byRole(revoked, pair.get(1))));
    assertThat(typesSignedBy(revoked, outcome))
        .containsExactly("SOA", "NS", "DNSKEY", "DNSKEY", "NSEC", "A", "NSEC");
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  /** Returns a KSK, and a ZSK with the tag that is looked for. */
  private static List<SigningKey> pairWith(ToIntFunction<ZoneKey> tagOfZsk) {
    Map<Integer, SigningKey> zsks = new HashMap<>();
    while (true) {
      SigningKey zsk = SigningFixture.key(Algorithm.ED25519, KeyRole.ZSK, 256);
      zsks.put(zsk.facts().keyTag(), zsk);
      SigningKey ksk = SigningFixture.key(Algorithm.ED25519, KeyRole.KSK, 256);
      SigningKey found = zsks.get(tagOfZsk.applyAsInt(ksk.facts()));
      if (found != null) {
        return List.of(ksk, found);
      }
    }
  }

  @Test
  void rfc7344_4_1_cdsRecordsOfNoKeyAreWarnedOf() throws Exception {
    String good =
        DsDigest.of(SigningFixture.ZONE, KSK.facts().dnskey(), DigestType.SHA256).toString();
    String records =
        "@ CDS %s\n@ CDS 1 8 2 %s\n@ CDNSKEY %s\n@ CDNSKEY %s\n"
            .formatted(good, "AB".repeat(32), KSK.facts().dnskey(), SHA1_KSK.facts().dnskey());
    Outcome outcome = fixture.sign(records);
    assertThat(outcome.report().warnings())
        .filteredOn(warning -> warning.code() == Code.CDS_WITHOUT_KEY)
        .extracting(SigningWarning::message)
        .satisfiesExactly(
            cds -> assertThat(cds).contains("CDS record 1 "),
            cdnskey -> assertThat(cdnskey).contains("CDNSKEY record " + SHA1_KSK.facts().keyTag()));
  }

  @Test
  void rfc8078_4_theRequestToDeleteIsNotWarnedOf() throws Exception {
    Outcome outcome = fixture.sign("@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==\n");
    assertThat(outcome.report().warnings()).isEmpty();
  }

  @Test
  void shortKeysAndLargeAnswersAreWarnedOf() throws Exception {
    List<SigningKey> keys = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      keys.add(SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK));
    }
    Outcome outcome = sign(byRole(keys.toArray(new SigningKey[0])));
    assertThat(outcome.report().warnings())
        .extracting(SigningWarning::code)
        .contains(Code.LARGE_DNSKEY_ANSWER)
        .doesNotContain(Code.SHORT_KEY);
    assertThat(sign(byRole(KSK, ZSK)).report().warnings())
        .extracting(SigningWarning::code)
        .doesNotContain(Code.LARGE_DNSKEY_ANSWER);
  }
}
