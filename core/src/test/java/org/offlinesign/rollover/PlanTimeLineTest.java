package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.key.KeyRole.KSK;
import static org.offlinesign.key.KeyRole.ZSK;
import static org.offlinesign.rollover.RolloverStore.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.rollover.RolloverStore.Crash;

/** Holds each plan against the model of what caches may hold. */
class PlanTimeLineTest extends RolloverStoreFixture {
  private static KeyRole[] roles(String words) {
    return Stream.of(words.split(" ")).map(KeyRole::valueOf).toArray(KeyRole[]::new);
  }

  private static Algorithm algorithm(@Nullable RolloverMethod method) {
    return method == RolloverMethod.ALGORITHM ? Algorithm.ED25519 : Algorithm.ECDSAP256SHA256;
  }

  private RolloverRequest request(@Nullable RolloverMethod method, Instant now) {
    return store.request(method, now).algorithm(algorithm(method)).build();
  }

  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, KSK ZSK",
    "ZSK_DOUBLE_SIGNATURE, KSK ZSK",
    "KSK_DOUBLE_SIGNATURE, KSK ZSK",
    "KSK_DOUBLE_SIGNATURE, KSK",
    "KSK_PREPUBLISH, KSK ZSK",
    "ALGORITHM, KSK ZSK",
    "ALGORITHM, KSK",
    "REVOKE_RFC5011, KSK ZSK",
    "REVOKE_RFC5011, KSK",
    "GO_INSECURE, KSK ZSK",
    "GO_SECURE, KSK ZSK",
  })
  void noPlanBreaksAnythingBeforeOrAfterAnyOfItsSteps(RolloverMethod method, String keys)
      throws Exception {
    store.with(roles(keys));
    assertThat(RolloverSession.of(request(method, START)).breakages()).isEmpty();
    Instant now = START;
    boolean more = true;
    while (more) {
      StepExecution done = store.execute(request(method, now), Crash.NONE);
      assertThat(done.breakages()).as("step %s", done.step().number()).isEmpty();
      List<RolloverState> left = RolloverState.among(store.keys());
      more = !left.isEmpty();
      if (more) {
        assertThat(RolloverSession.of(request(method, now)).breakages()).isEmpty();
        now = left.get(0).due();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, KSK ZSK, 1",
    "ZSK_PREPUBLISH, KSK ZSK, 2",
    "ZSK_DOUBLE_SIGNATURE, KSK ZSK, 1",
    "KSK_DOUBLE_SIGNATURE, KSK ZSK, 1",
    "KSK_DOUBLE_SIGNATURE, KSK ZSK, 2",
    "KSK_DOUBLE_SIGNATURE, KSK, 2",
    "KSK_PREPUBLISH, KSK ZSK, 1",
    "KSK_PREPUBLISH, KSK ZSK, 2",
    "ALGORITHM, KSK ZSK, 1",
    "ALGORITHM, KSK ZSK, 2",
    "ALGORITHM, KSK ZSK, 3",
    "ALGORITHM, KSK ZSK, 4",
    "ALGORITHM, KSK, 1",
    "ALGORITHM, KSK, 4",
    "GO_INSECURE, KSK ZSK, 1",
    "GO_SECURE, KSK ZSK, 1",
  })
  void aStepDoneOneSecondTooEarlyBreaksSomething(
      RolloverMethod method, String keys, int stepsBefore) throws Exception {
    store.with(roles(keys));
    Instant now = START;
    for (int step = 0; step < stepsBefore; step++) {
      store.execute(request(method, now), Crash.NONE);
      now = RolloverState.among(store.keys()).get(0).due();
    }
    StepExecution early = RolloverSession.of(request(method, now.minusSeconds(1))).next();
    assertThat(early.breakages()).isNotEmpty();
    assertThat(RolloverSession.of(request(method, now)).next().breakages()).isEmpty();
  }

  @Test
  void aTrustAnchorWithoutParentIsRevokedInTime() throws Exception {
    store.with(KSK, ZSK);
    RolloverRequest request =
        store.request(RolloverMethod.REVOKE_RFC5011, START).parentDs(List.of()).build();
    assertThat(RolloverSession.of(request).breakages()).isEmpty();
    store.execute(request, Crash.NONE);
    Instant due = RolloverState.among(store.keys()).get(0).due();
    assertThat(RolloverSession.of(request(null, due.minusSeconds(1))).next().breakages())
        .isNotEmpty();
    assertThat(RolloverSession.of(request(null, due)).next().breakages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"KSK ZSK", "KSK"})
  void rfc6781_4_1_4_withoutParentTheOldAlgorithmStaysUntilTheNewKeyIsATrustAnchor(String keys)
      throws Exception {
    store.with(roles(keys));
    RolloverRequest first =
        store
            .request(RolloverMethod.ALGORITHM, START)
            .algorithm(Algorithm.ED25519)
            .parentDs(List.of())
            .build();
    assertThat(RolloverSession.of(first).breakages()).isEmpty();
    store.execute(first, Crash.NONE);
    // 4500 + 86400 = 90900; 4500 + 3600 + 2592000 + 3600 = 2603700; 4500 + 3600 = 8100.
    assertThat(dueSteps()).containsExactly(90_900L, 2_694_600L, 2_702_700L);
  }

  /** Does the steps that are left, each on its date, and returns the seconds from the start. */
  private List<Long> dueSteps() throws Exception {
    List<Long> dates = new ArrayList<>();
    List<RolloverState> states = RolloverState.among(store.keys());
    while (!states.isEmpty()) {
      Instant due = states.get(0).due();
      RolloverSession early = RolloverSession.of(store.request(null, due.minusSeconds(1)).build());
      assertThat(early.next().breakages()).isNotEmpty();
      assertThat(RolloverSession.of(store.request(null, due).build()).breakages()).isEmpty();
      store.execute(store.request(null, due).build(), Crash.NONE);
      dates.add(Duration.between(START, due).toSeconds());
      states = RolloverState.among(store.keys());
    }
    return dates;
  }

  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, KSK_DOUBLE_SIGNATURE",
    "ZSK_PREPUBLISH, KSK_PREPUBLISH",
    "ZSK_DOUBLE_SIGNATURE, KSK_DOUBLE_SIGNATURE",
    "ZSK_DOUBLE_SIGNATURE, REVOKE_RFC5011",
  })
  void rolloversOfZskAndKskAtTheSameTimeBreakNothing(RolloverMethod zsk, RolloverMethod ksk)
      throws Exception {
    store.with(KSK, ZSK);
    store.execute(request(zsk, START), Crash.NONE);
    Instant later = START.plusSeconds(600);
    assertThat(RolloverSession.of(request(ksk, later)).breakages()).isEmpty();
    store.execute(request(ksk, later), Crash.NONE);
    List<RolloverState> states = RolloverState.among(store.keys());
    while (!states.isEmpty()) {
      Instant due = states.get(0).due();
      assertThat(RolloverSession.of(request(null, due)).breakages()).isEmpty();
      store.execute(request(null, due), Crash.NONE);
      states = RolloverState.among(store.keys());
    }
  }

  @Test
  void aStepThatWasForcedTooEarlyIsStillFoundAfterwards() throws Exception {
    store.with(KSK, ZSK);
    store.execute(request(RolloverMethod.ZSK_PREPUBLISH, START), Crash.NONE);
    Instant early = START.plusSeconds(60);
    store.execute(request(null, early), Crash.NONE);
    List<Breakage> breakages = RolloverSession.of(request(null, early)).breakages();
    assertThat(breakages).isNotEmpty();
    assertThat(breakages.get(0).from()).isEqualTo(early);
    // Caches may hold the DNSKEY RRset of before the start for 4500 + 3600 s.
    assertThat(breakages.get(breakages.size() - 1).until()).isEqualTo(START.plusSeconds(8100));
    assertThat(breakages.get(0).message().toLowerCase(Locale.ROOT)).contains("bogus");
  }
}
