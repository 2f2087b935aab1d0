package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.sign.SigningFixture.KSK;
import static org.offlinesign.sign.SigningFixture.NOW;
import static org.offlinesign.sign.SigningFixture.ZONE;
import static org.offlinesign.sign.SigningFixture.ZSK;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.key.KeyTiming.NextChange;
import org.offlinesign.key.SigningKey;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.SigningFixture.Outcome;

class TimedKeysTest {
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(1));
  private static final Instant AFTER = NOW.plus(Duration.ofDays(1));
  private static final SigningKey OTHER_ZSK = SigningFixture.key(Algorithm.RSASHA256, KeyRole.ZSK);
  private static final SigningKey OTHER_KSK = SigningFixture.key(Algorithm.RSASHA256, KeyRole.KSK);
  private static final SigningKey CURVE =
      SigningFixture.key(Algorithm.ECDSAP256SHA256, KeyRole.KSK, 256);

  @TempDir Path folder;

  private static SigningKey timed(SigningKey key, Object... events) throws Exception {
    KeyTiming timing = KeyTiming.NONE;
    for (int i = 0; i < events.length; i += 2) {
      timing = timing.with((KeyEvent) events[i], (Instant) events[i + 1]);
    }
    return key.with(key.facts().withTiming(timing));
  }

  private static TimedKeys at(SigningKey... keys) throws Exception {
    return TimedKeys.at(ZONE, List.of(keys), NOW);
  }

  private static List<String> scopes(TimedKeys keys) {
    return keys.uses().stream().map(use -> use.key().keyTag() + " " + use.scope()).toList();
  }

  private static String tag(SigningKey key) {
    return Integer.toString(key.facts().keyTag());
  }

  @Test
  void eachKeyDoesWhatItsStateSays() throws Exception {
    SigningKey future = timed(OTHER_ZSK, KeyEvent.PUBLISH, AFTER);
    SigningKey published = timed(OTHER_ZSK, KeyEvent.ACTIVATE, AFTER);
    SigningKey inactive = timed(OTHER_ZSK, KeyEvent.INACTIVE, BEFORE);
    SigningKey deleted = timed(OTHER_ZSK, KeyEvent.DELETE, BEFORE);
    assertThat(scopes(at(KSK, ZSK, future)))
        .containsExactly(tag(KSK) + " BY_ROLE", tag(ZSK) + " BY_ROLE");
    assertThat(scopes(at(KSK, ZSK, deleted))).hasSize(2);
    assertThat(scopes(at(KSK, ZSK, published))).contains(tag(OTHER_ZSK) + " PUBLISH_ONLY");
    assertThat(scopes(at(KSK, ZSK, inactive))).contains(tag(OTHER_ZSK) + " PUBLISH_ONLY");
  }

  @Test
  void rfc5011_2_1_aRevokedKeyIsPublishedWithItsFlagAndSignsTheKeysAlone() throws Exception {
    SigningKey revoked = timed(OTHER_KSK, KeyEvent.REVOKE, BEFORE);
    TimedKeys keys = at(KSK, ZSK, revoked);
    Outcome outcome =
        new SigningFixture(folder).sign("a A 192.0.2.1\n", request -> request.keys(keys.uses()));
    int tag = OTHER_KSK.facts().dnskey().revokedKeyTag();
    assertThat(outcome.zone().rrsigs("example."))
        .filteredOn(rrsig -> rrsig.keyTag() == tag)
        .extracting(Rrsig::typeCovered)
        .containsExactly(RecordType.DNSKEY);
    assertThat(outcome.zone().data("example.", RecordType.DNSKEY)).hasSize(3);
  }

  @Test
  void aKeyThatOnlySignsIsNotPublished() throws Exception {
    SigningKey leaving =
        timed(OTHER_ZSK, KeyEvent.DELETE, BEFORE, KeyEvent.INACTIVE, KeyTiming.UNDECIDED);
    assertThat(scopes(at(KSK, ZSK, leaving))).contains(tag(OTHER_ZSK) + " UNPUBLISHED");
  }

  @Test
  void aKskWithoutZskOfItsAlgorithmSignsEverything() throws Exception {
    SigningKey arriving =
        timed(CURVE, KeyEvent.ACTIVATE, BEFORE, KeyEvent.PUBLISH, KeyTiming.UNDECIDED);
    TimedKeys keys = at(KSK, timed(ZSK, KeyEvent.DELETE, BEFORE), arriving);
    assertThat(scopes(keys))
        .containsExactly(tag(KSK) + " ALL_RRSETS", tag(CURVE) + " UNPUBLISHED_ALL_RRSETS");
    assertThat(keys.signingAlone()).containsExactly(KSK.facts(), arriving.facts());
    assertThat(at(KSK, ZSK).signingAlone()).isEmpty();
  }

  @Test
  void aKeyThatSignsEverythingAloneMayDoSoBeforeItIsPublished() throws Exception {
    SigningKey arriving =
        timed(CURVE, KeyEvent.ACTIVATE, BEFORE, KeyEvent.PUBLISH, KeyTiming.UNDECIDED);
    TimedKeys keys = at(KSK, ZSK, arriving);
    SigningFixture fixture = new SigningFixture(folder);
    Outcome outcome = fixture.sign("a A 192.0.2.1\n", request -> request.keys(keys.uses()));
    assertThat(outcome.zone().rrsigs("a.example."))
        .extracting(Rrsig::keyTag)
        .contains(CURVE.facts().keyTag());
    assertThat(outcome.zone().data("example.", RecordType.DNSKEY)).hasSize(2);
    assertThat(fixture.verificationErrors()).isEmpty();
  }

  @Test
  void zsksThatAreAllAsleepAreRatherAMistake() throws Exception {
    assertThatThrownBy(() -> at(KSK, timed(ZSK, KeyEvent.ACTIVATE, AFTER)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no ZSK of example. with RSASHA256 is active at " + NOW)
        .hasMessageContaining("ZSK " + tag(ZSK) + " is published, active from " + AFTER)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("offlinesign settime");
    assertThatThrownBy(() -> at(timed(KSK, KeyEvent.INACTIVE, BEFORE)))
        .isInstanceOf(KeyPlanException.class)
        .hasMessageContaining("no key of example. is active")
        .hasMessageContaining("KSK " + tag(KSK) + " is inactive");
    assertThatThrownBy(() -> at())
        .isInstanceOf(KeyPlanException.class)
        .hasMessage("the key store has no key of example.")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("`offlinesign genkey` makes one");
  }

  @Test
  void theNextChangeIsThatOfTheFirstKey() throws Exception {
    SigningKey published = timed(OTHER_ZSK, KeyEvent.ACTIVATE, AFTER.plusSeconds(1));
    SigningKey future = timed(OTHER_KSK, KeyEvent.PUBLISH, AFTER);
    assertThat(at(KSK, ZSK, published, future).nextChange())
        .hasValue(new NextChange(AFTER, KeyState.PUBLISHED));
    assertThat(at(KSK, ZSK).nextChange()).isEmpty();
  }

  @Test
  void cdsRecordsAreThereFromTheOneTimeToTheOther() throws Exception {
    SigningKey old = timed(KSK, KeyEvent.SYNC_PUBLISH, BEFORE, KeyEvent.SYNC_DELETE, NOW);
    // RFC 6781 §4.1.2: of a KSK whose DS record goes first, the key itself is not there yet.
    SigningKey next = timed(OTHER_KSK, KeyEvent.PUBLISH, AFTER, KeyEvent.SYNC_PUBLISH, BEFORE);
    assertThat(signalled(at(old, ZSK))).isEmpty();
    assertThat(signalled(at(timed(KSK, KeyEvent.SYNC_PUBLISH, NOW), ZSK, next)))
        .containsExactlyInAnyOrder(KSK.facts().keyTag(), OTHER_KSK.facts().keyTag());
    assertThat(signalled(at(timed(KSK, KeyEvent.SYNC_PUBLISH, NOW), ZSK, OTHER_KSK)))
        .containsExactly(KSK.facts().keyTag());

    ApexChanges asked = new ApexChanges(ChildSignal.DELETE, ChildSignal.DELETE, Set.of());
    assertThat(at(old, ZSK).appliedTo(asked)).isEqualTo(asked);
    assertThat(at(KSK, ZSK).appliedTo(ApexChanges.NONE)).isEqualTo(ApexChanges.NONE);
  }

  private List<Integer> signalled(TimedKeys keys) throws Exception {
    Outcome outcome =
        new SigningFixture(folder)
            .sign(
                "@ CDS 1 8 2 " + "00".repeat(32) + "\n",
                request -> request.keys(keys.uses()).apexChanges(keys.appliedTo(ApexChanges.NONE)));
    assertThat(outcome.zone().data("example.", RecordType.CDS))
        .hasSameSizeAs(outcome.zone().data("example.", RecordType.CDNSKEY));
    return outcome.zone().data("example.", RecordType.CDS).stream()
        .map(text -> Integer.valueOf(text.substring(0, text.indexOf(' '))))
        .toList();
  }
}
