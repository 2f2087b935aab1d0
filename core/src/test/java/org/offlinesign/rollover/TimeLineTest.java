package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.offlinesign.rollover.ModelFixture.KEY_TTL;
import static org.offlinesign.rollover.ModelFixture.KSK1;
import static org.offlinesign.rollover.ModelFixture.KSK2;
import static org.offlinesign.rollover.ModelFixture.LARGEST_TTL;
import static org.offlinesign.rollover.ModelFixture.NEW_KSK;
import static org.offlinesign.rollover.ModelFixture.NEW_ZSK;
import static org.offlinesign.rollover.ModelFixture.PROPAGATION;
import static org.offlinesign.rollover.ModelFixture.T0;
import static org.offlinesign.rollover.ModelFixture.ZONE;
import static org.offlinesign.rollover.ModelFixture.ZSK1;
import static org.offlinesign.rollover.ModelFixture.ZSK2;
import static org.offlinesign.rollover.ModelFixture.ds;
import static org.offlinesign.rollover.ModelFixture.keys;
import static org.offlinesign.rollover.ModelFixture.timeLine;
import static org.offlinesign.rollover.ModelFixture.unsigned;
import static org.offlinesign.rollover.ModelFixture.version;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Ds;

class TimeLineTest {
  private static final ZoneVersion FIRST =
      version("the old zone", keys(List.of(KSK1, ZSK1), KSK1), ZSK1);

  @Test
  void aZoneThatItsDsSetLeadsIntoIsNotBroken() {
    TimeLine line = timeLine().zone(T0, FIRST).parent(T0, ds("the DS set", KSK1)).build();
    assertThat(line.breakages()).isEmpty();
  }

  @Test
  void aDsSetOfAnotherKeyLeadsNowhereForEver() {
    TimeLine line = timeLine().zone(T0, FIRST).parent(T0, ds("the DS set", KSK2)).build();
    assertThat(line.breakages())
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.cause()).isEqualTo(Cause.NO_KEY_FOR_DS);
              assertThat(breakage.from()).isEqualTo(T0);
              assertThat(breakage.isPassing()).isFalse();
            });
  }

  @Test
  void aWeakerDigestBesideAStrongerOneOfAnotherKeyLeadsNowhereForStrictResolvers() {
    // Double-DS: KSK1 has a SHA-384 record, KSK2 a SHA-256 one, and caches hold both.
    List<Ds> both =
        List.of(
            DsDigest.of(ZONE, KSK1, DigestType.SHA384), DsDigest.of(ZONE, KSK2, DigestType.SHA256));
    ZoneVersion swapped = version("the new zone", keys(List.of(KSK2, ZSK1), KSK2), ZSK1);
    TimeLine.Builder line =
        timeLine()
            .zone(Instant.MIN, FIRST)
            .zone(T0, swapped)
            .parent(Instant.MIN, new DsVersion("the DS set", both, ModelFixture.DS_TTL));
    assertThat(line.build().breakages())
        .extracting(Breakage::cause, b -> b.keys().label())
        .containsExactly(tuple(Cause.NO_KEY_FOR_DS, "the new zone"));
    assertThat(line.strictness(Strictness.LIBERAL).build().breakages()).isEmpty();
  }

  @Test
  void anAlgorithmWithWeakerDigestsAloneIsStillAskedForByStrictResolvers() {
    List<Ds> both =
        List.of(
            DsDigest.of(ZONE, KSK1, DigestType.SHA384),
            DsDigest.of(ZONE, NEW_KSK, DigestType.SHA256));
    DsVersion parent = new DsVersion("the DS set", both, ModelFixture.DS_TTL);
    assertThat(timeLine().zone(T0, FIRST).parent(T0, parent).build().breakages())
        .singleElement()
        .satisfies(breakage -> assertThat(breakage.what()).contains("ED25519"));
  }

  @Test
  void whatHasAlwaysBeenSoHasNoDate() {
    TimeLine line =
        timeLine().zone(Instant.MIN, FIRST).parent(Instant.MIN, ds("the DS set", KSK2)).build();
    assertThat(line.breakages())
        .singleElement()
        .satisfies(
            breakage ->
                assertThat(breakage.message())
                    .startsWith("already, until it is mended, the zone is bogus for resolvers"));
  }

  @Test
  void aKeyThatSignsTheMomentItIsPublishedIsUnknownToCachedDnskeyRrsets() {
    ZoneVersion next = version("the new zone", keys(List.of(KSK1, ZSK2), KSK1), ZSK2);
    Instant change = T0.plus(Duration.ofDays(9));
    TimeLine line =
        timeLine().zone(T0, FIRST).zone(change, next).parent(T0, ds("the DS set", KSK1)).build();
    List<Breakage> breakages = line.breakages();
    assertThat(breakages).extracting(Breakage::cause).containsOnly(Cause.NO_KEY_FOR_SIGNATURES);
    // Old keys with new data, and new keys with old data.
    assertThat(breakages)
        .extracting(Breakage::from, Breakage::until, b -> b.keys().label())
        .containsExactlyInAnyOrder(
            tuple(change, change.plus(PROPAGATION).plus(KEY_TTL), "the old zone"),
            tuple(change, change.plus(PROPAGATION).plus(LARGEST_TTL), "the new zone"));
    assertThat(breakages.get(0).message())
        .startsWith("from 2026-12-10 00:00:00Z until 2026-12-1")
        .contains("resolvers that hold the DNSKEY RRset of the ")
        .contains(KeyId.of(ZSK1).toString())
        .contains(KeyId.of(ZSK2).toString());
  }

  @Test
  void thereIsNoMixWhereCachesHaveDroppedTheOldVersionInTheSameSecond() {
    ZoneVersion both = version("both", keys(List.of(KSK1, KSK2, ZSK1), KSK1, KSK2), ZSK1);
    Instant added = T0.plus(Duration.ofDays(1));
    Instant swapped = added.plus(PROPAGATION).plus(KEY_TTL);
    TimeLine.Builder line =
        timeLine().zone(T0, FIRST).zone(added, both).parent(T0, ds("DS of the old", KSK1));
    assertThat(line.parent(swapped, ds("DS of the new", KSK2)).build().breakages()).isEmpty();
    TimeLine early =
        timeLine()
            .zone(T0, FIRST)
            .zone(added, both)
            .parent(T0, ds("DS of the old", KSK1))
            .parent(swapped.minusSeconds(1), ds("DS of the new", KSK2))
            .build();
    assertThat(early.breakages())
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.from()).isEqualTo(swapped.minusSeconds(1));
              assertThat(breakage.until()).isEqualTo(swapped);
              assertThat(breakage.ds().label()).isEqualTo("DS of the new");
              assertThat(breakage.keys().label()).isEqualTo("the old zone");
            });
  }

  @Test
  void rfc6840_5_11_oneGoodPathIsEnoughForLiberalResolversAlone() {
    ZoneVersion halfSigned =
        version("half signed", keys(List.of(KSK1, ZSK1, NEW_KSK, NEW_ZSK), KSK1, NEW_KSK), ZSK1);
    TimeLine.Builder line =
        timeLine().zone(T0, halfSigned).parent(T0, ds("the DS set", KSK1, NEW_KSK));
    assertThat(line.build().breakages())
        .extracting(Breakage::cause)
        .containsExactly(Cause.ALGORITHM_WITHOUT_SIGNATURES);
    assertThat(line.strictness(Strictness.LIBERAL).build().breakages()).isEmpty();
  }

  @Test
  void eachAlgorithmOfTheDsSetLeadsToAKeyForStrictResolvers() {
    TimeLine.Builder line = timeLine().zone(T0, FIRST).parent(T0, ds("the DS set", KSK1, NEW_KSK));
    assertThat(line.build().breakages())
        .extracting(Breakage::cause)
        .containsExactly(Cause.NO_KEY_FOR_DS);
    assertThat(line.strictness(Strictness.LIBERAL).build().breakages()).isEmpty();
  }

  @Test
  void aKeyOfTheDsSetThatDoesNotSignIsNamed() {
    ZoneVersion silent = version("the zone", keys(List.of(KSK1, ZSK1), ZSK1), ZSK1);
    TimeLine line = timeLine().zone(T0, silent).parent(T0, ds("the DS set", KSK1)).build();
    assertThat(line.breakages())
        .extracting(Breakage::cause)
        .containsExactly(Cause.DS_KEY_DOES_NOT_SIGN);
  }

  @Test
  void aZoneUnsignedUnderItsDsSetIsBogusAndOneWithoutDsSetIsNot() {
    TimeLine bogus =
        timeLine().zone(T0, unsigned("plain")).parent(T0, ds("the DS set", KSK1)).build();
    assertThat(bogus.breakages()).extracting(Breakage::cause).containsExactly(Cause.UNSIGNED);
    TimeLine insecure = timeLine().zone(T0, unsigned("plain")).parent(T0, ds("no DS set")).build();
    assertThat(insecure.breakages()).isEmpty();
  }

  @Test
  void takingTheDsSetAwayIsALossUnlessItIsMeant() {
    Instant change = T0.plus(Duration.ofDays(9));
    TimeLine.Builder line =
        timeLine().zone(T0, FIRST).parent(T0, ds("DS", KSK1)).parent(change, ds("no DS"));
    assertThat(line.build().breakages())
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.cause()).isEqualTo(Cause.SECURITY_LOST);
              assertThat(breakage.from()).isEqualTo(change);
              assertThat(breakage.message()).contains("is not validated by resolvers that hold");
            });
    assertThat(line.securityMayEnd().build().breakages()).isEmpty();
  }

  @Test
  void servedSignaturesThatExpireAreBogusAndCachedOnesAreDropped() {
    Instant expiration = T0.plus(Duration.ofDays(5));
    SignatureSpan span = new SignatureSpan(KeyId.of(ZSK1), T0, expiration);
    ZoneVersion expiring =
        new ZoneVersion(
            "the old zone",
            keys(List.of(KSK1, ZSK1), KSK1),
            List.of(new SignedGroup(List.of(span), LARGEST_TTL, "www.example. A")));
    ZoneVersion renewed = version("the new zone", keys(List.of(KSK1, ZSK1), KSK1), ZSK1);
    TimeLine late =
        timeLine()
            .zone(T0, expiring)
            .zone(expiration.plusSeconds(60), renewed)
            .parent(T0, ds("the DS set", KSK1))
            .build();
    assertThat(late.breakages())
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.cause()).isEqualTo(Cause.DATA_NOT_IN_FORCE);
              assertThat(breakage.from()).isEqualTo(expiration.plusSeconds(1));
              assertThat(breakage.until()).isEqualTo(expiration.plusSeconds(60).plus(PROPAGATION));
            });
    TimeLine inTime =
        timeLine()
            .zone(T0, expiring)
            .zone(expiration.minus(PROPAGATION), renewed)
            .parent(T0, ds("the DS set", KSK1))
            .build();
    assertThat(inTime.breakages()).isEmpty();
  }

  @Test
  void versionsComeInTheOrderOfTime() {
    assertThatThrownBy(() -> timeLine().zone(T0, FIRST).zone(T0, FIRST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not after");
  }
}
