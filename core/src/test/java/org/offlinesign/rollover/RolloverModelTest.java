package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.rollover.ModelFixture.KEY_TTL;
import static org.offlinesign.rollover.ModelFixture.KSK1;
import static org.offlinesign.rollover.ModelFixture.PROPAGATION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The methods break nothing, and every shorter wait and every other order of their steps does: the
 * model finds it.
 */
class RolloverModelTest {
  @TestFactory
  Stream<DynamicTest> aMethodWithItsShortestWaitsBreaksNothing() {
    return HandMadeSchedules.all().entrySet().stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.getKey(),
                    () -> assertThat(method.getValue().timeLine().breakages()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyWaitIsAsShortAsItCanBe() {
    return forEachWait(
        (schedule, step) -> {
          Duration wait = schedule.steps().get(step).delay().minusSeconds(1);
          List<Breakage> breakages = schedule.waiting(step, wait).timeLine().breakages();
          assertThat(breakages).isNotEmpty();
          // It is a mix of the last second.
          assertThat(breakages)
              .allSatisfy(b -> assertThat(b.until()).isEqualTo(b.from().plusSeconds(1)));
        });
  }

  @TestFactory
  Stream<DynamicTest> noWaitCanBeLeftOut() {
    return forEachWait(
        (schedule, step) ->
            assertThat(schedule.waiting(step, Duration.ZERO).timeLine().breakages()).isNotEmpty());
  }

  @TestFactory
  Stream<DynamicTest> noTwoStepsCanBeSwapped() {
    return forEachWait(
        (schedule, step) ->
            assertThat(schedule.swapped(step - 1).timeLine().breakages()).isNotEmpty());
  }

  /** Every second is like the event before it, so that the second opinion is asked at events. */
  @TestFactory
  Stream<DynamicTest> aSecondOpinionOnEveryMixAtEveryEventAgrees() {
    return HandMadeSchedules.all().entrySet().stream()
        .flatMap(
            method ->
                variants(method.getValue())
                    .map(v -> DynamicTest.dynamicTest(method.getKey(), () -> agree(v))));
  }

  private static Stream<ModelSchedule> variants(ModelSchedule schedule) {
    List<ModelSchedule> variants = new ArrayList<>(List.of(schedule));
    for (int step = 1; step < schedule.steps().size(); step++) {
      Duration wait = schedule.steps().get(step).delay();
      variants.add(schedule.waiting(step, wait.minusSeconds(1)));
      variants.add(schedule.waiting(step, wait.dividedBy(2)));
      variants.add(schedule.waiting(step, Duration.ZERO));
      variants.add(schedule.swapped(step - 1));
    }
    return variants.stream();
  }

  private static void agree(ModelSchedule schedule) {
    NaiveCaches naive = new NaiveCaches(schedule);
    TimeLine line = schedule.timeLine();
    List<Breakage> breakages = line.breakages();
    for (Instant at : naive.instants()) {
      boolean broken = naive.areBroken(at);
      List<Breakage> then = withoutLoss(line.breakagesAt(at));
      assertThat(!then.isEmpty()).as("at %s: %s", at, then).isEqualTo(broken);
      assertThat(withoutLoss(breakages).stream().anyMatch(b -> covers(b, at)))
          .as("at %s: %s", at, breakages)
          .isEqualTo(broken);
    }
  }

  /** That nobody validates any more is no answer that validation refuses. */
  private static List<Breakage> withoutLoss(List<Breakage> breakages) {
    return breakages.stream().filter(b -> b.cause() != Cause.SECURITY_LOST).toList();
  }

  private static boolean covers(Breakage breakage, Instant at) {
    return !at.isBefore(breakage.from()) && at.isBefore(breakage.until());
  }

  /** Something to find out of a schedule and one of its steps that waits for the one before. */
  private interface Question {
    void ask(ModelSchedule schedule, int step);
  }

  private static Stream<DynamicTest> forEachWait(Question question) {
    List<DynamicTest> tests = new ArrayList<>();
    HandMadeSchedules.all()
        .forEach(
            (method, schedule) -> {
              for (int i = 1; i < schedule.steps().size(); i++) {
                int step = i;
                String name = method + ": " + schedule.steps().get(step).title();
                tests.add(DynamicTest.dynamicTest(name, () -> question.ask(schedule, step)));
              }
            });
    return tests.stream();
  }

  /** RFC 7583 §3.3.4.1: seen by all, watched for the hold-down time, and seen once more. */
  private static final Duration TRUSTED =
      PROPAGATION.plus(ZoneTimes.HOLD_DOWN).plus(Duration.ofHours(2));

  @Test
  void rfc5011_aTrustAnchorIsRevokedOnceItsSuccessorIsTrusted() {
    Duration seen = Duration.ofDays(30);
    assertThat(HandMadeSchedules.revocation(TRUSTED, seen).timeLine().breakages()).isEmpty();
    List<Breakage> early =
        HandMadeSchedules.revocation(TRUSTED.minusSeconds(1), seen).timeLine().breakages();
    assertThat(early)
        .singleElement()
        .satisfies(
            breakage -> {
              assertThat(breakage.cause()).isEqualTo(Cause.NO_TRUST_ANCHOR);
              assertThat(breakage.until()).isEqualTo(breakage.from().plusSeconds(1));
            });
    assertThat(HandMadeSchedules.revocation(Duration.ZERO, seen).timeLine().breakages())
        .extracting(Breakage::cause)
        .containsOnly(Cause.NO_TRUST_ANCHOR);
    assertThat(HandMadeSchedules.revocation(TRUSTED, seen).swapped(0).timeLine().breakages())
        .isNotEmpty();
  }

  @Test
  void rfc5011_aResolverThatHoldsTheDnskeyRrsetOfBeforeKnowsNothingOfTheRevocation() {
    // The old KSK alone signs what caches hold when the zone is revoked at once; those who hold
    // it still trust that key, and no others are left without an anchor they could follow.
    ModelSchedule hasty = HandMadeSchedules.revocation(Duration.ZERO, Duration.ofDays(30));
    Instant change = hasty.states().lastKey().minus(Duration.ofDays(30));
    List<Breakage> breakages = hasty.timeLine().breakagesAt(change.plus(KEY_TTL));
    assertThat(breakages)
        .extracting(b -> b.keys().keys().keys().contains(KSK1))
        .containsOnly(false);
  }

  @Test
  void rfc5011_theRevokedKeyCanGoEarlyWithoutHarmToValidation() {
    // From the revocation on nothing depends on the revoked key: each link is the new KSK's. To
    // remove it early leaves resolvers that did not look in time with an anchor that is not to be
    // trusted, which is a matter of theft and not of validation. So the model finds nothing, and
    // finds nothing either where the old key leaves without having been revoked.
    assertThat(HandMadeSchedules.revocation(TRUSTED, Duration.ZERO).timeLine().breakages())
        .isEmpty();
    ModelSchedule schedule = HandMadeSchedules.revocation(TRUSTED, Duration.ofDays(30));
    assertThat(schedule.states().lastEntry().getValue().keySigners())
        .containsExactly(ModelFixture.KSK2);
    assertThat(schedule.waiting(2, Duration.ofSeconds(1)).timeLine().breakages()).isEmpty();
    // Swapped, the removal takes away nothing that is there, and the revocation comes later.
    assertThat(schedule.swapped(1).timeLine().breakages()).isEmpty();
  }
}
