package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.offlinesign.key.KeyRole.KSK;
import static org.offlinesign.key.KeyRole.ZSK;
import static org.offlinesign.rollover.RolloverStore.START;
import static org.offlinesign.rollover.RolloverStore.TIMES;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyRole;
import org.offlinesign.rdata.Dnskey;

/** Plans break nothing, and each of their waits and the order of their steps is needed. */
class PlannedRolloverModelTest {
  @TempDir private Path folder;

  private ModelSchedule planned(RolloverMethod method, KeyRole... roles) throws Exception {
    try (RolloverStore store = new RolloverStore(folder).with(roles)) {
      Algorithm algorithm =
          method == RolloverMethod.ALGORITHM ? Algorithm.ED25519 : Algorithm.ECDSAP256SHA256;
      RolloverRequest request = store.request(method, START).algorithm(algorithm).build();
      return PlannedSchedules.of(RolloverSession.of(request).plan(), TIMES, List.of());
    }
  }

  private static KeyRole[] roles(String words) {
    return Stream.of(words.split(" ", -1)).map(KeyRole::valueOf).toArray(KeyRole[]::new);
  }

  /**
   * Each step but those listed breaks something if it comes a second earlier.
   *
   * <p>Those listed wait for more than their own sake. With one key for everything, the parent's
   * step waits for data as well, which matter to the removal alone; that comes at the end of a time
   * which is long enough even so. A key that is revoked is on its way out from the parent's step
   * on, which waits for trust anchors; the revocation itself comes later still. And nothing depends
   * on a key once it is revoked, see {@link RolloverModelTest}.
   *
   * @param slack the numbers of the steps that could come a second earlier
   */
  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, KSK ZSK, ",
    "ZSK_DOUBLE_SIGNATURE, KSK ZSK, ",
    "KSK_DOUBLE_SIGNATURE, KSK ZSK, ",
    "KSK_DOUBLE_SIGNATURE, KSK, 2",
    "KSK_PREPUBLISH, KSK ZSK, ",
    "ALGORITHM, KSK ZSK, ",
    "ALGORITHM, KSK, ",
    "REVOKE_RFC5011, KSK ZSK, 2 4",
    "GO_INSECURE, KSK ZSK, ",
    "GO_SECURE, KSK ZSK, ",
  })
  void eachStepOfAPlanWaitsAsLongAsItMust(RolloverMethod method, String keys, String slack)
      throws Exception {
    ModelSchedule plan = planned(method, roles(keys));
    assertThat(plan.timeLine().breakages()).isEmpty();
    List<Integer> earlier = new ArrayList<>();
    for (int step = 1; step < plan.steps().size(); step++) {
      Duration delay = plan.steps().get(step).delay().minusSeconds(1);
      if (plan.waiting(step, delay).timeLine().breakages().isEmpty()) {
        earlier.add(step + 1);
      }
    }
    String found = String.join(" ", earlier.stream().map(String::valueOf).toList());
    assertThat(found).isEqualTo(slack == null ? "" : slack);
  }

  /**
   * @param harmless the numbers of the steps that nothing depends on
   */
  @ParameterizedTest
  @CsvSource({
    "ZSK_PREPUBLISH, KSK ZSK, ",
    "ZSK_DOUBLE_SIGNATURE, KSK ZSK, ",
    "KSK_DOUBLE_SIGNATURE, KSK ZSK, ",
    "KSK_DOUBLE_SIGNATURE, KSK, ",
    "KSK_PREPUBLISH, KSK ZSK, ",
    "ALGORITHM, KSK ZSK, ",
    "ALGORITHM, KSK, ",
    "REVOKE_RFC5011, KSK ZSK, 4",
    "GO_INSECURE, KSK ZSK, ",
    "GO_SECURE, KSK ZSK, ",
  })
  void aStepTogetherWithTheOneBeforeOrInItsPlaceBreaksSomething(
      RolloverMethod method, String keys, String harmless) throws Exception {
    ModelSchedule plan = planned(method, roles(keys));
    List<Integer> together = new ArrayList<>();
    List<Integer> swapped = new ArrayList<>();
    for (int step = 1; step < plan.steps().size(); step++) {
      if (plan.waiting(step, Duration.ZERO).timeLine().breakages().isEmpty()) {
        together.add(step + 1);
      }
      if (plan.swapped(step - 1).timeLine().breakages().isEmpty()) {
        swapped.add(step + 1);
      }
    }
    List<Integer> expected = harmless == null ? List.of() : List.of(Integer.valueOf(harmless));
    assertThat(together).isEqualTo(expected);
    assertThat(swapped).isEqualTo(expected);
  }

  @Test
  void rfc5011_theRevocationOfATrustAnchorWaitsAsLongAsItMust() throws Exception {
    ModelSchedule plan;
    try (RolloverStore store = new RolloverStore(folder).with(KSK, ZSK)) {
      RolloverRequest request =
          store.request(RolloverMethod.REVOKE_RFC5011, START).parentDs(List.of()).build();
      Dnskey anchor =
          store.keys().stream()
              .map(key -> key.facts().orElseThrow().dnskey())
              .filter(Dnskey::isSep)
              .findFirst()
              .orElseThrow();
      RolloverPlan steps = RolloverSession.of(request).plan();
      plan = PlannedSchedules.of(steps, TIMES, List.of(anchor));
    }
    assertThat(plan.timeLine().breakages()).isEmpty();
    Duration delay = plan.steps().get(1).delay();
    assertThat(plan.waiting(1, delay.minusSeconds(1)).timeLine().breakages())
        .extracting(Breakage::cause)
        .containsExactly(Cause.NO_TRUST_ANCHOR);
    assertThat(plan.swapped(0).timeLine().breakages()).isNotEmpty();
  }
}
