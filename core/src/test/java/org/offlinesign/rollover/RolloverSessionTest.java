package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.key.KeyRole.KSK;
import static org.offlinesign.key.KeyRole.ZSK;
import static org.offlinesign.rollover.RolloverStore.START;
import static org.offlinesign.rollover.RolloverStore.TIMES;
import static org.offlinesign.rollover.RolloverStore.ZONE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyState;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverStore.Crash;

class RolloverSessionTest extends RolloverStoreFixture {
  private static final class Crashed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Crash at(String wanted) {
    return point -> {
      if (point.equals(wanted)) {
        throw new Crashed();
      }
    };
  }

  private Instant due() {
    return RolloverState.among(store.keys()).get(0).due();
  }

  @Test
  void aStepIsRefusedASecondBeforeItIsDueAndNoLonger() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    Instant due = START.plusSeconds(8100);
    assertThat(due()).isEqualTo(due);
    List<Refusal> early = store.session(null, due.minusSeconds(1)).next().refusals();
    assertThat(early).hasSize(1);
    assertThat(early.get(0).kind()).isEqualTo(Refusal.Kind.NOT_DUE);
    assertThat(early.get(0).sentence())
        .isEqualTo(
            "step 2 of 3 of zsk-prepublish, \"sign with ZSK2; ZSK1 stays published\", is not due"
                + " before 2026-12-01 14:15:00Z because caches may hold the DNSKEY RRset of before"
                + " for 3600 s after the last server has the new zone, which takes 4500 s (RFC 7583"
                + " section 3.2.1, RFC 6781 section 4.1.1.1)");
    assertThat(store.session(null, due).next().refusals()).isEmpty();
  }

  @Test
  void aStepDoneLateShiftsTheLaterOnes() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    Instant late = START.plus(Duration.ofDays(10));
    assertThat(store.session(null, late).plan().end()).isEqualTo(late.plusSeconds(90_900));
    execute(null, late);
    assertThat(due()).isEqualTo(late.plusSeconds(90_900));
  }

  @Test
  void aStepForcedEarlyIsLoggedWithItsReason() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    StepExecution step = store.session(null, START.plusSeconds(60)).next();
    assertThat(step.refusals()).hasSize(1);
    int tag = store.keys().get(1).facts().orElseThrow().keyTag();
    assertThat(step.logLine("ZSK1 was stolen"))
        .startsWith("2026-12-01T12:01:00Z example.com. zsk-prepublish step 2 of 3 done: sign with")
        .contains("ZSK1 (tag " + tag + ")")
        .endsWith("; forced: ZSK1 was stolen");
    execute(null, START.plusSeconds(60));
    assertThat(due()).isEqualTo(START.plusSeconds(60 + 90_900));
  }

  @Test
  void aTtlLoweredWithTheStepDoesNotShortenTheWait() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    Instant now = due();
    ZoneTimes low = ZoneTimes.of(TIMES.propagation(), Duration.ofMinutes(1), Duration.ofMinutes(1));
    StepExecution step = store.session(null, now).next();
    store.file().change(step.changes(low)).forEach(key -> assertThat(key.rollover()).isPresent());
    assertThat(due()).isEqualTo(now.plusSeconds(90_900));
  }

  @Test
  void aTtlLoweredBetweenTheStepsDoesNotShortenTheWait() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    Instant now = due();
    ZoneTimes low = ZoneTimes.of(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofHours(1));
    RolloverRequest request = RolloverRequest.builder(ZONE, now, low).keys(store.keys()).build();
    StepExecution step = RolloverSession.of(request).next();
    store.file().change(step.changes(low)).forEach(key -> assertThat(key.rollover()).isPresent());
    // Caches may hold data from before the first step: 4500 + 86400.
    assertThat(due()).isEqualTo(now.plusSeconds(90_900));
  }

  @Test
  void aTtlRaisedMeanwhileLengthensTheWait() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    Instant now = due();
    ZoneTimes high = ZoneTimes.of(TIMES.propagation(), TIMES.keyTtl(), Duration.ofDays(2));
    StepExecution step = store.session(null, now).next();
    store.file().change(step.changes(high)).forEach(key -> assertThat(key.rollover()).isPresent());
    assertThat(due()).isEqualTo(now.plusSeconds(4500 + 172_800));
  }

  @ParameterizedTest
  @CsvSource({"start", "key ZSK", "key KSK", "zone", "log"})
  void anInterruptedStepGoesOnWithTheKeysThatAreThere(String point) throws Exception {
    store.with(KSK, ZSK);
    RolloverRequest request =
        store.request(RolloverMethod.ALGORITHM, START).algorithm(Algorithm.ED25519).build();
    assertThatThrownBy(() -> store.execute(request, at(point))).isInstanceOf(Crashed.class);
    Instant later = START.plusSeconds(100);
    // Of a key made for the rollover nothing is in the zone until the step is committed.
    assertThat(store.states(later).stream().skip(2)).allMatch(KeyState.FUTURE::equals);
    store.execute(store.request(null, later).algorithm(Algorithm.ED25519).build(), Crash.NONE);
    assertThat(store.states(later))
        .containsExactly(KeyState.ACTIVE, KeyState.ACTIVE, KeyState.SIGNING_ONLY, KeyState.FUTURE);
    assertThat(due()).isEqualTo(later.plusSeconds(90_900));
    assertThat(RolloverState.among(store.keys())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"zone", "log"})
  void aLaterStepThatIsInterruptedIsDoneAgain(String point) throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_PREPUBLISH, START);
    Instant now = due();
    RolloverRequest request = store.request(null, now).build();
    assertThatThrownBy(() -> store.execute(request, at(point))).isInstanceOf(Crashed.class);
    StepExecution again = store.session(null, now.plusSeconds(10)).next();
    assertThat(again.step().number()).isEqualTo(2);
    assertThat(again.refusals()).isEmpty();
    assertThat(again.startChanges()).isEmpty();
    assertThat(again.keysToMake(RolloverStore.FIVE_YEARS)).isEmpty();
  }

  @Test
  void theParentStepAsksForTheDsSetAndSaysWhatIsWrongWithIt() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.KSK_DOUBLE_SIGNATURE, START);
    Instant now = due();
    StoredKey old = store.keys().get(0);
    StoredKey fresh = store.keys().get(2);
    assertThat(kinds(store.request(null, now))).containsExactly(Refusal.Kind.DS_UNKNOWN);
    RolloverRequest.Builder unchanged =
        store.request(null, now).parentDs(List.of(RolloverStore.ds(old)));
    assertThat(kinds(unchanged)).containsExactly(Refusal.Kind.DS_DIFFERS);
    assertThat(sentence(unchanged)).startsWith("the parent has no DS record of KSK2 (tag ");
    RolloverRequest.Builder both =
        store.request(null, now).parentDs(List.of(RolloverStore.ds(old), RolloverStore.ds(fresh)));
    assertThat(sentence(both)).startsWith("the parent still has a DS record of KSK1 (tag ");
    assertThat(kinds(store.request(null, now).parentDs(List.of(RolloverStore.ds(fresh)))))
        .isEmpty();
  }

  private static List<Refusal.Kind> kinds(RolloverRequest.Builder request) throws Exception {
    return RolloverSession.of(request.build()).next().refusals().stream()
        .map(Refusal::kind)
        .toList();
  }

  private static String sentence(RolloverRequest.Builder request) throws Exception {
    return RolloverSession.of(request.build()).next().refusals().get(0).sentence();
  }

  @Test
  void zskAndKskRollAtTheSameTimeAndTheOneDueFirstGoesOn() throws Exception {
    store.with(KSK, ZSK);
    execute(RolloverMethod.ZSK_DOUBLE_SIGNATURE, START);
    execute(RolloverMethod.KSK_DOUBLE_SIGNATURE, START.plusSeconds(10));
    assertThat(store.session(null, START.plusSeconds(20)).method())
        .isEqualTo(RolloverMethod.KSK_DOUBLE_SIGNATURE);
    assertThat(RolloverState.among(store.keys())).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, ZSK_DOUBLE_SIGNATURE",
    "ALGORITHM, KSK_DOUBLE_SIGNATURE",
    "ALGORITHM, ZSK_PREPUBLISH",
    "KSK_DOUBLE_SIGNATURE, REVOKE_RFC5011",
    "ZSK_PREPUBLISH, ALGORITHM",
    "ZSK_PREPUBLISH, GO_INSECURE",
  })
  void rolloversThatContradictEachOtherAreRefused(RolloverMethod first, RolloverMethod second)
      throws Exception {
    store.with(KSK, ZSK);
    store.execute(store.request(first, START).algorithm(algorithm(first)).build(), Crash.NONE);
    RolloverRequest request =
        store.request(second, START.plusSeconds(5)).algorithm(algorithm(second)).build();
    assertThatThrownBy(() -> RolloverSession.of(request))
        .isInstanceOf(RolloverException.class)
        .hasMessageContaining("cannot begin while one by " + first.label() + " is under way")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("finish that one first");
  }

  private static Algorithm algorithm(RolloverMethod method) {
    return method == RolloverMethod.ALGORITHM ? Algorithm.ED25519 : Algorithm.ECDSAP256SHA256;
  }

  @Test
  void ofSeveralActiveKeysOneMustBeNamed() throws Exception {
    store.with(KSK, ZSK, ZSK);
    assertThatThrownBy(() -> store.session(RolloverMethod.ZSK_PREPUBLISH, START))
        .isInstanceOf(RolloverException.class)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("name one of them");
    StoredKey second = store.keys().get(2);
    RolloverRequest request =
        store.request(RolloverMethod.ZSK_PREPUBLISH, START).replacing(List.of(second)).build();
    assertThat(RolloverSession.of(request).keys().get(0).stored()).contains(second);
  }

  @Test
  void aKeyThatIsNotActiveIsNotReplaced() throws Exception {
    store.with(KSK, ZSK, ZSK);
    StoredKey standby = store.keys().get(2);
    store.setTiming(
        standby,
        KeyTiming.NONE.with(KeyEvent.PUBLISH, START).with(KeyEvent.ACTIVATE, KeyTiming.UNDECIDED));
    RolloverSession session = store.session(RolloverMethod.ZSK_PREPUBLISH, START);
    assertThat(session.keys().get(0).stored()).contains(store.keys().get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, its KSK signs everything",
    "KSK_PREPUBLISH, has one key for everything",
  })
  void methodsThatDoNotFitOneKeyForEverythingAreRefused(RolloverMethod method, String words)
      throws Exception {
    store.with(KSK);
    assertThatThrownBy(() -> store.session(method, START))
        .isInstanceOf(RolloverException.class)
        .hasMessageContaining(words)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("ksk-double-signature");
  }

  @Test
  void aKskWithoutDsIsNotRolledByWaysThatNeedOne() throws Exception {
    store.with(KSK, ZSK);
    RolloverRequest request =
        store.request(RolloverMethod.KSK_DOUBLE_SIGNATURE, START).parentDs(List.of()).build();
    assertThatThrownBy(() -> RolloverSession.of(request))
        .isInstanceOf(RolloverException.class)
        .hasMessage("the parent has no DS record of example.com.")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("revoke-rfc5011");
  }

  @Test
  void signaturesStayWhileCachesMayHoldADsThatIsGoneFromTheParent() throws Exception {
    store.with(KSK, ZSK);
    RolloverRequest request =
        store.request(RolloverMethod.GO_INSECURE, START).parentDs(List.of()).build();
    RolloverPlan plan = RolloverSession.of(request).plan();
    assertThat(plan.end()).isEqualTo(START.plusSeconds(10_800));
  }

  @Test
  void theNewKskOfADoubleDsRolloverIsMadeBeforeItsDsIsAskedFor() throws Exception {
    store.with(KSK, ZSK);
    StepExecution first = store.session(RolloverMethod.KSK_PREPUBLISH, START).next();
    assertThat(first.keysToMake(RolloverStore.FIVE_YEARS)).hasSize(1);
    assertThat(RolloverStore.records(first.step().dsWish().orElseThrow())).isEmpty();
    store.prepare(first);
    StepExecution prepared = store.session(null, START.plusSeconds(60)).next();
    assertThat(prepared.keysToMake(RolloverStore.FIVE_YEARS)).isEmpty();
    List<StoredKey> keys = store.keys();
    assertThat(RolloverStore.records(prepared.step().dsWish().orElseThrow()))
        .containsExactlyInAnyOrder(RolloverStore.ds(keys.get(0)), RolloverStore.ds(keys.get(2)));
    assertThat(prepared.refusals()).extracting(Refusal::kind).contains(Refusal.Kind.DS_UNKNOWN);
  }

  @Test
  void withoutDsATrustAnchorIsRevokedAfterTheHoldDownAlone() throws Exception {
    store.with(KSK, ZSK);
    RolloverRequest request =
        store.request(RolloverMethod.REVOKE_RFC5011, START).parentDs(List.of()).build();
    assertThat(RolloverSession.of(request).plan().steps())
        .extracting(PlannedStep::kind)
        .containsExactly(StepKind.SIGN, StepKind.SIGN, StepKind.SIGN);
  }

  @ParameterizedTest
  @CsvSource({"KSK", "ZSK"})
  void aLostKeyOfARolloverUnderWayIsToldOf(KeyRole role) throws Exception {
    store.with(KSK, ZSK);
    RolloverMethod method =
        role == KSK ? RolloverMethod.KSK_DOUBLE_SIGNATURE : RolloverMethod.ZSK_PREPUBLISH;
    execute(method, START);
    store.file().delete(store.keys().get(2));
    assertThatThrownBy(() -> store.session(null, due()))
        .isInstanceOf(RolloverException.class)
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("recover the deleted key");
  }

  @Test
  void theZoneIsToBeSignedAgainWhereSignaturesEndBetweenSteps() throws Exception {
    store.with(KSK, ZSK);
    SignaturePeriods periods =
        new SignaturePeriods(
            START.plus(Duration.ofDays(5)), Duration.ofDays(14), Duration.ofDays(4));
    RolloverPlan plan =
        RolloverSession.of(
                store.request(RolloverMethod.REVOKE_RFC5011, START).signatures(periods).build())
            .plan();
    // Signed in step 1, good for ten days each; step 3 signs at 2614500 s, which is day 30.26.
    assertThat(plan.signAgainBy())
        .startsWith(
            START.plus(Duration.ofDays(10)),
            START.plus(Duration.ofDays(20)),
            START.plus(Duration.ofDays(30)),
            START.plusSeconds(2_614_500).plus(Duration.ofDays(10)))
        .hasSize(6);
    assertThat(plan.events())
        .extracting(PlanEvent::kind)
        .startsWith(PlanEvent.Kind.STEP, PlanEvent.Kind.SIGN_AGAIN, PlanEvent.Kind.SIGN_AGAIN);
  }
}
