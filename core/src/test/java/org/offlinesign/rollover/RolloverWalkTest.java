package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.key.KeyRole.KSK;
import static org.offlinesign.key.KeyRole.ZSK;
import static org.offlinesign.rollover.RolloverStore.START;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rollover.RolloverStore.Crash;

/** Goes through the steps of each method on a store, each on its date. */
class RolloverWalkTest {
  @TempDir Path folder;

  /** Returns, for each step, the states of the keys after it, in the order they were made. */
  private List<String> walk(RolloverMethod method, KeyRole... roles) throws Exception {
    List<String> states = new ArrayList<>();
    try (RolloverStore store = new RolloverStore(folder).with(roles)) {
      Instant now = START;
      boolean more = true;
      while (more) {
        StepExecution done = store.execute(onDate(store, method, now), Crash.NONE);
        states.add(String.join(" ", store.states(now).stream().map(Enum::name).toList()));
        List<RolloverState> left = RolloverState.among(store.keys());
        more = !left.isEmpty();
        now = more ? left.get(0).due() : now;
        assertThat(done.step().number()).isEqualTo(states.size());
      }
      assertThat(store.log()).hasSize(states.size());
      assertThat(store.keys()).allMatch(key -> key.rollover().isEmpty());
    }
    return states;
  }

  /** Returns a request with the DS set that the next step asks for, of which nothing is amiss. */
  private static RolloverRequest onDate(RolloverStore store, RolloverMethod method, Instant now)
      throws RolloverException {
    RolloverRequest.Builder builder = store.request(method, now).algorithm(algorithm(method));
    StepExecution step = RolloverSession.of(builder.build()).next();
    Optional<DsWish> wish = step.step().dsWish();
    List<Ds> wished = wish.map(RolloverStore::records).orElse(List.of());
    boolean known = wish.isPresent() && (wish.get().present().isEmpty() || !wished.isEmpty());
    RolloverRequest request = known ? builder.parentDs(wished).build() : builder.build();
    List<Refusal> refusals = RolloverSession.of(request).next().refusals();
    boolean keyToMake = method == RolloverMethod.KSK_PREPUBLISH && step.step().number() == 1;
    assertThat(refusals.isEmpty() || keyToMake).as("%s", refusals).isTrue();
    return request;
  }

  private static Algorithm algorithm(RolloverMethod method) {
    return method == RolloverMethod.ALGORITHM ? Algorithm.ED25519 : Algorithm.ECDSAP256SHA256;
  }

  @Test
  void aZskIsPublishedThenSignsThenTheOldOneGoes() throws Exception {
    assertThat(walk(RolloverMethod.ZSK_PREPUBLISH, KSK, ZSK))
        .containsExactly(
            "ACTIVE ACTIVE PUBLISHED", "ACTIVE INACTIVE ACTIVE", "ACTIVE DELETED ACTIVE");
  }

  @Test
  void bothZsksSignAtOnce() throws Exception {
    assertThat(walk(RolloverMethod.ZSK_DOUBLE_SIGNATURE, KSK, ZSK))
        .containsExactly("ACTIVE ACTIVE ACTIVE", "ACTIVE DELETED ACTIVE");
  }

  @Test
  void bothKsksSignWhileTheParentChanges() throws Exception {
    assertThat(walk(RolloverMethod.KSK_DOUBLE_SIGNATURE, KSK, ZSK))
        .containsExactly("ACTIVE ACTIVE ACTIVE", "ACTIVE ACTIVE ACTIVE", "DELETED ACTIVE ACTIVE");
  }

  @Test
  void aKeyForEverythingIsReplacedAlike() throws Exception {
    assertThat(walk(RolloverMethod.KSK_DOUBLE_SIGNATURE, KSK))
        .containsExactly("ACTIVE ACTIVE", "ACTIVE ACTIVE", "DELETED ACTIVE");
  }

  @Test
  void theNewKskStaysOutOfTheZoneUntilItsDsIsKnown() throws Exception {
    assertThat(walk(RolloverMethod.KSK_PREPUBLISH, KSK, ZSK))
        .containsExactly("ACTIVE ACTIVE FUTURE", "DELETED ACTIVE ACTIVE", "DELETED ACTIVE ACTIVE");
  }

  @Test
  void rfc6781_4_1_4_anAlgorithmComesWithSignaturesFirstAndGoesWithSignaturesLast()
      throws Exception {
    assertThat(walk(RolloverMethod.ALGORITHM, KSK, ZSK))
        .containsExactly(
            "ACTIVE ACTIVE SIGNING_ONLY FUTURE",
            "ACTIVE ACTIVE ACTIVE ACTIVE",
            "ACTIVE ACTIVE ACTIVE ACTIVE",
            "DELETED SIGNING_ONLY ACTIVE ACTIVE",
            "DELETED DELETED ACTIVE ACTIVE");
  }

  @Test
  void rfc6781_4_1_4_1_aKeyForEverythingGivesWayToOneOfAnotherAlgorithm() throws Exception {
    assertThat(walk(RolloverMethod.ALGORITHM, KSK))
        .containsExactly(
            "ACTIVE SIGNING_ONLY",
            "ACTIVE ACTIVE",
            "ACTIVE ACTIVE",
            "SIGNING_ONLY ACTIVE",
            "DELETED ACTIVE");
  }

  @Test
  void rfc5011_theOldKskIsRevokedBeforeItGoes() throws Exception {
    assertThat(walk(RolloverMethod.REVOKE_RFC5011, KSK, ZSK))
        .containsExactly(
            "ACTIVE ACTIVE ACTIVE",
            "ACTIVE ACTIVE ACTIVE",
            "REVOKED ACTIVE ACTIVE",
            "DELETED ACTIVE ACTIVE");
  }

  @Test
  void goingInsecureEndsWithoutKeys() throws Exception {
    assertThat(walk(RolloverMethod.GO_INSECURE, KSK, ZSK))
        .containsExactly("ACTIVE ACTIVE", "DELETED DELETED");
  }

  @Test
  void goingSecureMakesKeysOrTakesThoseThatAreThere() throws Exception {
    assertThat(walk(RolloverMethod.GO_SECURE)).containsExactly("ACTIVE ACTIVE", "ACTIVE ACTIVE");
  }

  @Test
  void goingSecureTakesTheKeysThatAreThere() throws Exception {
    assertThat(walk(RolloverMethod.GO_SECURE, KSK)).containsExactly("ACTIVE", "ACTIVE");
  }

  @Test
  void theStoreKnowsWhenTheParentWasSeen() throws Exception {
    List<String> states = walk(RolloverMethod.KSK_DOUBLE_SIGNATURE, KSK, ZSK);
    assertThat(states).hasSize(3);
    try (RolloverStore store = new RolloverStore(folder)) {
      Instant seen = START.plusSeconds(8100);
      List<StoredKey> keys = store.keys();
      assertThat(keys.get(0).timing().at(KeyEvent.DS_REMOVED)).contains(seen);
      assertThat(keys.get(2).timing().at(KeyEvent.DS_PUBLISH)).contains(seen);
    }
  }

  @Test
  void afterTheLastStepThereIsNoRolloverToGoOnWith() throws Exception {
    assertThat(walk(RolloverMethod.ZSK_DOUBLE_SIGNATURE, KSK, ZSK)).hasSize(2);
    try (RolloverStore store = new RolloverStore(folder)) {
      assertThatThrownBy(() -> store.session(null, START))
          .isInstanceOf(RolloverException.class)
          .hasMessage("no rollover of example.com. is under way")
          .extracting("advice", InstanceOfAssertFactories.STRING)
          .contains("name a method to begin one: ");
    }
  }
}
