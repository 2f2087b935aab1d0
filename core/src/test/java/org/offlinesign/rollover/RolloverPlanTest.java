package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.rollover.RolloverStore.START;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyTiming;

/**
 * Dates worked out by hand from RFC 7583: Dprp 4500, TTLkey 3600, TTLsig 86400, DprpP 3600, TTLds
 * 7200.
 */
class RolloverPlanTest {
  @TempDir Path folder;

  private List<Long> secondsFromStart(RolloverMethod method, KeyRole... roles) throws Exception {
    try (RolloverStore store = new RolloverStore(folder).with(roles)) {
      RolloverRequest request = store.request(method, START).algorithm(algorithmOf(method)).build();
      return RolloverSession.of(request).plan().steps().stream()
          .map(step -> Duration.between(START, step.notBefore()).toSeconds())
          .toList();
    }
  }

  private static Algorithm algorithmOf(RolloverMethod method) {
    return method == RolloverMethod.ALGORITHM ? Algorithm.ED25519 : Algorithm.ECDSAP256SHA256;
  }

  @Test
  void rfc7583_3_2_1_aZskIsPublishedForDprpAndTtlKeyAndRetiredForDprpAndTtlSig() throws Exception {
    // 4500 + 3600 = 8100; 8100 + 4500 + 86400 = 99000.
    assertThat(secondsFromStart(RolloverMethod.ZSK_PREPUBLISH, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 8100L, 99_000L);
  }

  @Test
  void rfc7583_3_2_2_bothZsksSignForDprpAndTheLongerTtl() throws Exception {
    assertThat(secondsFromStart(RolloverMethod.ZSK_DOUBLE_SIGNATURE, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 90_900L);
  }

  @Test
  void rfc7583_3_3_1_theDsChangesAfterTtlKeyAndTheKskGoesAfterTtlDs() throws Exception {
    // 4500 + 3600 = 8100; 8100 + 3600 + 7200 = 18900.
    assertThat(secondsFromStart(RolloverMethod.KSK_DOUBLE_SIGNATURE, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 8100L, 18_900L);
  }

  @Test
  void rfc6781_4_1_3_withOneKeyForEverythingTheDsAlsoWaitsForSignatures() throws Exception {
    assertThat(secondsFromStart(RolloverMethod.KSK_DOUBLE_SIGNATURE, KeyRole.KSK))
        .containsExactly(0L, 90_900L, 101_700L);
  }

  @Test
  void rfc7583_3_3_2_theKskChangesAfterTtlDsAndTheOldDsGoesAfterTtlKey() throws Exception {
    assertThat(secondsFromStart(RolloverMethod.KSK_PREPUBLISH, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 10_800L, 18_900L);
  }

  @Test
  void rfc6781_4_1_4_signaturesComeBeforeKeysAndGoAfterThem() throws Exception {
    // 90900; + 8100 = 99000; + 10800 = 109800; + 8100 = 117900.
    assertThat(secondsFromStart(RolloverMethod.ALGORITHM, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 90_900L, 99_000L, 109_800L, 117_900L);
  }

  @Test
  void rfc5011_aKeyIsRevokedAfterTheHoldDownAndTwoQueryIntervals() throws Exception {
    // 4500 + 3600 + 2592000 + 3600 = 2603700, as half of TTLkey is less than an hour;
    // + 10800 = 2614500; + 4500 + 3600 + 2592000 = 5214600.
    assertThat(secondsFromStart(RolloverMethod.REVOKE_RFC5011, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 2_603_700L, 2_614_500L, 5_214_600L);
  }

  @Test
  void signaturesGoAfterTheDsHasLeftAllCaches() throws Exception {
    assertThat(secondsFromStart(RolloverMethod.GO_INSECURE, KeyRole.KSK, KeyRole.ZSK))
        .containsExactly(0L, 10_800L);
  }

  @Test
  void rfc7583_3_3_5_theFirstDsComesAfterAllUnsignedDataHasLeftCaches() throws Exception {
    assertThat(secondsFromStart(RolloverMethod.GO_SECURE)).containsExactly(0L, 90_900L);
  }

  @Test
  void theFirstDsAlsoWaitsForADnskeyRrsetThatIsCachedForLongerThanData() throws Exception {
    // A zone may have had keys without a DS record before; 4500 + 172800 = 177300.
    ZoneTimes times = ZoneTimes.of(Duration.ofMinutes(75), Duration.ofDays(2), Duration.ofDays(1));
    RolloverRequest request =
        RolloverRequest.builder(RolloverStore.ZONE, START, times)
            .method(RolloverMethod.GO_SECURE)
            .algorithm(Algorithm.ED25519)
            .build();
    RolloverPlan plan = RolloverSession.of(request).plan();
    assertThat(plan.steps().get(1).notBefore()).isEqualTo(START.plusSeconds(177_300));
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void keysThatLeftTheZoneAFewDaysAgoAreNotedAsCachesMayHoldThem() throws Exception {
    try (RolloverStore store = new RolloverStore(folder).with(KeyRole.KSK)) {
      Instant removed = START.minus(Duration.ofDays(3));
      store.setTiming(store.keys().get(0), KeyTiming.NONE.with(KeyEvent.DELETE, removed));
      assertThat(notes(store, START))
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("had keys until 2026-11-28 12:00:00Z");
      assertThat(notes(store, START.plus(Duration.ofDays(4)))).isEmpty();
    }
  }

  private static List<String> notes(RolloverStore store, Instant now) throws RolloverException {
    RolloverRequest request =
        store.request(RolloverMethod.GO_SECURE, now).algorithm(Algorithm.ED25519).build();
    return RolloverSession.of(request).plan().notes();
  }
}
