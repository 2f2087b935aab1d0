package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.rollover.ModelFixture.DS_TTL;
import static org.offlinesign.rollover.ModelFixture.KEY_TTL;
import static org.offlinesign.rollover.ModelFixture.KSK1;
import static org.offlinesign.rollover.ModelFixture.KSK2;
import static org.offlinesign.rollover.ModelFixture.LARGEST_TTL;
import static org.offlinesign.rollover.ModelFixture.NEW_KSK;
import static org.offlinesign.rollover.ModelFixture.NEW_ZSK;
import static org.offlinesign.rollover.ModelFixture.PARENT_PROPAGATION;
import static org.offlinesign.rollover.ModelFixture.PROPAGATION;
import static org.offlinesign.rollover.ModelFixture.T0;
import static org.offlinesign.rollover.ModelFixture.ZONE;
import static org.offlinesign.rollover.ModelFixture.ZSK1;
import static org.offlinesign.rollover.ModelFixture.ZSK2;
import static org.offlinesign.rollover.ModelFixture.ds;
import static org.offlinesign.rollover.ModelFixture.keys;
import static org.offlinesign.rollover.ModelFixture.unsigned;
import static org.offlinesign.rollover.ModelFixture.version;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyId;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.rollover.EarlierVersions.TimedKey;

class ChangeGateTest {
  private static final ZoneVersion OLD = version("old", keys(List.of(KSK1, ZSK1), KSK1), ZSK1);
  private static final ZoneVersion PREPUBLISHED =
      version("old", keys(List.of(KSK1, ZSK1, ZSK2), KSK1), ZSK1);
  private static final ZoneVersion ACTIVATED =
      version("new", keys(List.of(KSK1, ZSK1, ZSK2), KSK1), ZSK2);

  private static ChangeGate.Builder gate() {
    return ChangeGate.of(ZONE, T0);
  }

  private static ChangeGate.Builder gate(ZoneVersion previous) {
    return gate().previous(previous, PROPAGATION);
  }

  @Test
  void aZoneThatTheDsSetDoesNotLeadIntoIsTold() {
    ChangeGate gate = gate().parent(ds("the DS set", KSK2)).build();
    assertThat(gate.breakages(OLD))
        .extracting(Breakage::cause)
        .containsExactly(Cause.NO_KEY_FOR_DS);
    assertThat(gate().parent(ds("the DS set", KSK1)).build().breakages(OLD)).isEmpty();
  }

  @Test
  void aKeyOfTheDsSetThatDoesNotSignIsTold() {
    ZoneVersion silent = version("new", keys(List.of(KSK1, KSK2, ZSK1), KSK2), ZSK1);
    assertThat(gate().parent(ds("the DS set", KSK1)).build().breakages(silent))
        .extracting(Breakage::cause)
        .containsExactly(Cause.DS_KEY_DOES_NOT_SIGN);
  }

  @Test
  void anAlgorithmOfTheDsSetThatIsMissingIsTold() {
    assertThat(gate().parent(ds("the DS set", KSK1, NEW_KSK)).build().breakages(OLD))
        .singleElement()
        .satisfies(b -> assertThat(b.what()).contains("ED25519"));
  }

  @Test
  void aKeyThatStaysPublishedWhileItsSignaturesAreCachedIsNotMissed() {
    assertThat(gate(PREPUBLISHED).build().breakages(ACTIVATED)).isEmpty();
  }

  @Test
  void aZskDroppedWhileItsSignaturesAreCachedIsToldUntilTheyAreGone() {
    ZoneVersion dropped = version("new", keys(List.of(KSK1, ZSK2), KSK1), ZSK2);
    assertThat(gate(PREPUBLISHED).build().breakages(dropped))
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.cause()).isEqualTo(Cause.NO_KEY_FOR_SIGNATURES);
              assertThat(breakage.from()).isEqualTo(T0);
              assertThat(breakage.until()).isEqualTo(T0.plus(PROPAGATION).plus(LARGEST_TTL));
              assertThat(breakage.keys().label()).isEqualTo("new");
              assertThat(breakage.data().label()).isEqualTo("old");
            });
  }

  @Test
  void signaturesOfAKeyThatCachesDoNotHaveAreTold() {
    assertThat(gate(OLD).build().breakages(ACTIVATED))
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.keys().label()).isEqualTo("old");
              assertThat(breakage.until()).isEqualTo(T0.plus(PROPAGATION).plus(KEY_TTL));
            });
  }

  @Test
  void withoutTheDsSetOneKskOfThoseThatSignHasToStay() {
    ZoneVersion swapped = version("new", keys(List.of(KSK2, ZSK1), KSK2), ZSK1);
    assertThat(gate(OLD).build().breakages(swapped))
        .singleElement()
        .satisfies(breakage -> assertThat(breakage.message()).contains("(assumed)"));
    ZoneVersion both = version("old", keys(List.of(KSK1, KSK2, ZSK1), KSK1, KSK2), ZSK1);
    assertThat(gate(both).build().breakages(swapped)).isEmpty();
    assertThat(gate(both).parent(ds("the DS set", KSK1)).build().breakages(swapped)).hasSize(1);
  }

  @Test
  void rfc6781_4_1_4_aSecondAlgorithmCannotComeInOneStep() {
    ZoneVersion both =
        version("new", keys(List.of(KSK1, ZSK1, NEW_KSK, NEW_ZSK), KSK1, NEW_KSK), ZSK1, NEW_ZSK);
    assertThat(gate(OLD).build().breakages(both))
        .extracting(Breakage::cause)
        .containsExactly(Cause.ALGORITHM_WITHOUT_SIGNATURES);
    ZoneVersion signaturesFirst = version("new", keys(List.of(KSK1, ZSK1), KSK1), ZSK1, NEW_ZSK);
    assertThat(gate(OLD).build().breakages(signaturesFirst)).isEmpty();
  }

  @Test
  void whatIsBogusAlreadyCannotBeBroken() {
    // The zone out is signed by a key it does not have; the DS set leads into the new one alone.
    ZoneVersion bogus = version("old", keys(List.of(KSK1, ZSK1), KSK1), ZSK2);
    ZoneVersion mended = version("new", keys(List.of(KSK2, ZSK1), KSK2), ZSK1);
    assertThat(gate(bogus).parent(ds("the DS set", KSK2)).build().breakages(mended)).isEmpty();
    assertThat(gate(bogus).parent(ds("the DS set", KSK1)).build().breakages(OLD.named("new")))
        .isEmpty();
  }

  @Test
  void whatStrictResolversRefuseAlreadyIsLookedAtAsLiberalOnesSeeIt() {
    KeyRrset mixed = keys(List.of(KSK1, ZSK1, NEW_ZSK), KSK1);
    ZoneVersion half = version("old", mixed, ZSK1);
    assertThat(gate(half).build().breakages(half.named("new"))).isNotEmpty();
    ZoneVersion dropped = version("new", keys(List.of(KSK1, ZSK2), KSK1), ZSK2);
    assertThat(gate(half).build().breakages(dropped))
        .extracting(Breakage::cause)
        .contains(Cause.NO_KEY_FOR_SIGNATURES);
  }

  @Test
  void aFirstSigningAndAZoneSignedAgainArePassed() {
    assertThat(gate(unsigned("old")).build().breakages(OLD.named("new"))).isEmpty();
    assertThat(gate(OLD).build().breakages(OLD.named("new"))).isEmpty();
  }

  @Test
  void aZoneThatGoesUnsignedUnderADsSetIsTold() {
    assertThat(gate(OLD).build().breakages(unsigned("new")))
        .extracting(Breakage::cause)
        .contains(Cause.UNSIGNED);
    ChangeGate gate = gate(OLD).parent(ds("no DS set")).build();
    assertThat(gate.breakages(unsigned("new"))).isEmpty();
  }

  @Test
  void unsignedDataThatAreCachedAreToldWhereTheParentHasItsDsSetTooEarly() {
    ChangeGate gate = gate(unsigned("old")).parent(ds("the DS set", KSK1)).build();
    // Nothing leads into the zone that is out, so that its mixes are not the new one's doing.
    assertThat(gate.breakages(OLD.named("new"))).isEmpty();
  }

  @Test
  void signaturesNotValidYetAreToldAndThoseThatExpireLaterAreNot() {
    assertThat(gate(OLD).build().breakages(signedFrom(T0.plusSeconds(60))))
        .extracting(Breakage::cause)
        .contains(Cause.DATA_NOT_IN_FORCE);
    assertThat(gate(OLD).build().breakages(signedFrom(T0))).isEmpty();
  }

  private static ZoneVersion signedFrom(Instant inception) {
    SignatureSpan span =
        new SignatureSpan(KeyId.of(ZSK1), inception, inception.plus(Duration.ofHours(1)));
    SignedGroup group = new SignedGroup(List.of(span), LARGEST_TTL, "example. SOA");
    return new ZoneVersion("new", OLD.keys(), List.of(group));
  }

  @Test
  void aKeyPublishedAMomentAgoIsNotInAllCachesYet() {
    Instant published = T0.minus(Duration.ofMinutes(10));
    List<TimedKey> keys =
        List.of(
            new TimedKey(ZSK1, KeyTiming.NONE),
            new TimedKey(ZSK2, KeyTiming.of(Map.of(KeyEvent.PUBLISH, published))));
    ChangeGate.Builder gate = gate(PREPUBLISHED);
    assertThat(new EarlierVersions(PREPUBLISHED, keys, T0).addTo(gate, PROPAGATION))
        .containsExactly(published);
    assertThat(gate.build().breakages(ACTIVATED))
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.keys().label())
                  .isEqualTo("the zone as it was before 2026-11-30 23:50:00Z");
              assertThat(breakage.until()).isEqualTo(published.plus(PROPAGATION).plus(KEY_TTL));
            });
  }

  @Test
  void signaturesOfAKeyThatCeasedToSignAMomentAgoAreStillCached() {
    Instant swapped = T0.minus(Duration.ofHours(3));
    List<TimedKey> keys =
        List.of(
            new TimedKey(ZSK1, KeyTiming.of(Map.of(KeyEvent.INACTIVE, swapped))),
            new TimedKey(ZSK2, KeyTiming.of(Map.of(KeyEvent.ACTIVATE, swapped))));
    ZoneVersion dropped = version("new", keys(List.of(KSK1, ZSK2), KSK1), ZSK2);
    ChangeGate.Builder gate = gate(ACTIVATED.named("old"));
    assertThat(gate.build().breakages(dropped)).isEmpty();
    new EarlierVersions(ACTIVATED.named("old"), keys, T0).addTo(gate, PROPAGATION);
    assertThat(gate.build().breakages(dropped))
        .singleElement()
        .satisfies(
            b -> assertThat(b.until()).isEqualTo(swapped.plus(PROPAGATION).plus(LARGEST_TTL)));
  }

  @Test
  void whatChangedLongAgoAndTimesThatNothingCameOfAddNothing() {
    List<TimedKey> keys =
        List.of(
            new TimedKey(
                ZSK1, KeyTiming.of(Map.of(KeyEvent.CREATED, T0.minus(Duration.ofDays(9))))),
            new TimedKey(
                ZSK2, KeyTiming.of(Map.of(KeyEvent.SYNC_PUBLISH, T0.minus(Duration.ofHours(1))))));
    assertThat(new EarlierVersions(PREPUBLISHED, keys, T0).addTo(gate(), PROPAGATION)).isEmpty();
  }

  private static ChangeGate.Builder withDsHistory(
      ChangeGate.Builder gate, DsVersion ds, Instant now, List<TimedKey> keys) {
    gate.parent(ds);
    assertThat(new EarlierDsSets(ZONE, ds, keys, now).addTo(gate, PARENT_PROPAGATION, DS_TTL))
        .hasSizeLessThan(2);
    return gate;
  }

  @Test
  void aKskStaysUntilADsRecordThatWentAMomentAgoHasLeftCaches() {
    Instant swapped = T0.minus(Duration.ofMinutes(10));
    List<TimedKey> keys =
        List.of(
            new TimedKey(KSK1, KeyTiming.of(Map.of(KeyEvent.DS_REMOVED, swapped))),
            new TimedKey(KSK2, KeyTiming.of(Map.of(KeyEvent.DS_PUBLISH, swapped))));
    ZoneVersion both = version("old", keys(List.of(KSK1, KSK2, ZSK1), KSK1, KSK2), ZSK1);
    ZoneVersion without = version("new", keys(List.of(KSK2, ZSK1), KSK2), ZSK1);
    DsVersion ds = ds("the DS set", KSK2);
    Instant gone = swapped.plus(PARENT_PROPAGATION).plus(ds.ttl());
    assertThat(withDsHistory(gate(both), ds, T0, keys).build().breakages(without))
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.cause()).isEqualTo(Cause.NO_KEY_FOR_DS);
              assertThat(breakage.ds().label())
                  .isEqualTo("the DS set as it was before 2026-11-30 23:50:00Z");
              assertThat(breakage.until()).isEqualTo(gone);
            });
    assertThat(withDsHistory(gate(both), ds, T0, keys).build().breakages(both.named("new")))
        .isEmpty();
    ChangeGate.Builder inTime = ChangeGate.of(ZONE, gone).previous(both, PROPAGATION);
    assertThat(withDsHistory(inTime, ds, gone, keys).build().breakages(without)).isEmpty();
    // Whoever holds the older set cannot follow it into what is out either.
    assertThat(withDsHistory(gate(without), ds, T0, keys).build().breakages(without.named("again")))
        .isEmpty();
  }

  @Test
  void kskSDoNotChangeWhileCachesLackADsRecordThatCameAMomentAgo() {
    Instant seen = T0.minus(Duration.ofMinutes(5));
    List<TimedKey> keys =
        List.of(
            new TimedKey(KSK1, KeyTiming.NONE),
            new TimedKey(KSK2, KeyTiming.of(Map.of(KeyEvent.DS_PUBLISH, seen))));
    ZoneVersion swapped = version("new", keys(List.of(KSK2, ZSK1), KSK2), ZSK1);
    DsVersion ds = ds("the DS set", KSK1, KSK2);
    Instant everywhere = seen.plus(PARENT_PROPAGATION).plus(ds.ttl());
    assertThat(withDsHistory(gate(OLD), ds, T0, keys).build().breakages(swapped))
        .singleElement()
        .satisfies(breakage -> assertThat(breakage.until()).isEqualTo(everywhere));
    ChangeGate.Builder inTime = ChangeGate.of(ZONE, everywhere).previous(OLD, PROPAGATION);
    assertThat(withDsHistory(inTime, ds, everywhere, keys).build().breakages(swapped)).isEmpty();
  }

  @Test
  void aDsSetThatWentAMomentAgoStillWantsSignatures() {
    Instant gone = T0.minus(Duration.ofMinutes(10));
    List<TimedKey> keys =
        List.of(new TimedKey(KSK1, KeyTiming.of(Map.of(KeyEvent.DS_REMOVED, gone))));
    ChangeGate gate = withDsHistory(gate(OLD), ds("no DS set"), T0, keys).build();
    assertThat(gate.breakages(unsigned("new")))
        .extracting(Breakage::cause)
        .contains(Cause.UNSIGNED);
    assertThat(gate.breakages(OLD.named("new"))).isEmpty();
  }
}
