package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.key.KeyRole.KSK;
import static org.offlinesign.key.KeyRole.ZSK;
import static org.offlinesign.rollover.RolloverStore.START;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverStore.Crash;

/** What the notes of keys, and the times of their CDS records, mean for a rollover that begins. */
class RolloverBeginTest extends RolloverStoreFixture {
  @Test
  void aRolloverOfWhichNoStepIsDoneGivesWayToAnother() throws Exception {
    store.with(KSK, ZSK);
    store.prepare(store.session(RolloverMethod.KSK_PREPUBLISH, START).next());
    assertThat(RolloverState.among(store.keys())).hasSize(1);
    Instant later = START.plusSeconds(60);
    RolloverSession other = store.session(RolloverMethod.KSK_DOUBLE_SIGNATURE, later);
    assertThat(other.plan().notes()).anyMatch(note -> note.contains("is given up"));
    assertThat(other.breakages()).isEmpty();
    execute(RolloverMethod.KSK_DOUBLE_SIGNATURE, later);
    assertThat(RolloverState.among(store.keys()))
        .extracting(RolloverState::method)
        .containsExactly(RolloverMethod.KSK_DOUBLE_SIGNATURE);
    assertThat(store.keys().get(2).rollover()).isEmpty();
    assertThat(store.keys().get(3).rollover()).isPresent();
  }

  @Test
  void aRolloverThatMeetsNoOtherLeavesItsNotesAlone() throws Exception {
    store.with(KSK, ZSK);
    store.prepare(store.session(RolloverMethod.KSK_PREPUBLISH, START).next());
    execute(RolloverMethod.ZSK_PREPUBLISH, START.plusSeconds(60));
    assertThat(RolloverState.among(store.keys())).hasSize(2);
  }

  @Test
  void theNotesOfAKeySurviveTheStore() {
    SeenTimes seen = SeenTimes.parse("4500+3600+86400+7200").orElseThrow();
    RolloverMark mark =
        new RolloverMark(
            new RolloverMark.Progress(
                RolloverMethod.ALGORITHM,
                START,
                3,
                START.plusSeconds(99_000),
                true,
                seen,
                KeyWish.parse("8+3072")),
            RolloverKey.Part.OLD);
    assertThat(mark.toString())
        .isEqualTo(
            "algorithm/20261201120000/old/3/20261202153000/parent/4500+3600+86400+7200/8+3072");
    assertThat(RolloverMark.parse(mark.toString())).contains(mark);
  }

  @Test
  void aNoteFromBeforeWishesWereKeptIsReadAndWrittenAsItIs() {
    String note = "algorithm/20261201120000/old/3/20261202153000/parent/4500+3600+86400+7200";
    RolloverMark mark = RolloverMark.parse(note).orElseThrow();
    assertThat(mark.progress().wish()).isEmpty();
    assertThat(mark).hasToString(note);
  }

  private RolloverRequest algorithm(@Nullable Algorithm wanted, @Nullable Integer bits) {
    return store.request(RolloverMethod.ALGORITHM, START).algorithm(wanted).bits(bits).build();
  }

  /** Begins a change to RSA keys of 1024 bits, and is interrupted before one is made. */
  private void beginAndStop() throws Exception {
    store.with(KSK, ZSK);
    StepExecution first = RolloverSession.of(algorithm(Algorithm.RSASHA256, 1024)).next();
    assertThat(store.file().change(first.startChanges())).hasSize(2);
  }

  @Test
  void whatNewKeysAreToBeNeedNotBeSaidAgain() throws Exception {
    beginAndStop();
    store.prepare(RolloverSession.of(algorithm(null, null)).next());
    assertThat(store.keys().subList(2, 4))
        .extracting(key -> key.facts().orElseThrow())
        .allMatch(key -> key.algorithm() == Algorithm.RSASHA256 && key.bits() == 1024)
        .extracting(ZoneKey::role)
        .containsExactly(ZSK, KSK);
  }

  @Test
  void whatContradictsTheRolloverUnderWayIsRefused() throws Exception {
    beginAndStop();
    assertThatThrownBy(() -> RolloverSession.of(algorithm(Algorithm.ED25519, null)))
        .isInstanceOf(RolloverException.class)
        .hasMessageContaining("are of RSASHA256, but ED25519 is asked for");
    assertThatThrownBy(() -> RolloverSession.of(algorithm(null, 2048)))
        .isInstanceOf(RolloverException.class)
        .hasMessageContaining("are of 1024 bits, but 2048 bits is asked for");
    assertThat(RolloverSession.of(algorithm(Algorithm.RSASHA256, 1024)).isUnderWay()).isTrue();
  }

  @Test
  void anotherKeyThanTheOneThatIsBeingReplacedIsRefused() throws Exception {
    store.with(KSK, ZSK, ZSK);
    List<StoredKey> keys = store.keys();
    store.execute(replacing(keys.get(1)), Crash.NONE);
    assertThat(RolloverSession.of(replacing(keys.get(1))).isUnderWay()).isTrue();
    assertThatThrownBy(() -> RolloverSession.of(replacing(keys.get(2))))
        .isInstanceOf(RolloverException.class)
        .hasMessageEndingWith(" is named")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("leave that out", "rollover abandon");
  }

  private RolloverRequest replacing(StoredKey key) {
    return store.request(RolloverMethod.ZSK_PREPUBLISH, START).replacing(List.of(key)).build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "algorithm",
        "magic/20261201120000/old/3/20261202153000/parent/1+2+3+4",
        "algorithm/20261399120000/old/3/20261202153000/parent/1+2+3+4",
        "algorithm/20261201120000/odd/3/20261202153000/parent/1+2+3+4",
        "algorithm/20261201120000/old/x/20261202153000/parent/1+2+3+4",
        "algorithm/20261201120000/old/3/20261202153000/parent/1+2+3",
        "algorithm/20261201120000/old/3/20261202153000/parent/1+2+3+4/",
        "algorithm/20261201120000/old/3/20261202153000/parent/1+2+3+4/99+0",
        "algorithm/20261201120000/old/3/20261202153000/parent/1+2+3+4/13+0/more",
      })
  void notesOfOthersAreLeftAlone(String note) {
    assertThat(RolloverMark.parse(note)).isEmpty();
  }

  @Test
  void aKeyIsKnownByItsOctetsAndNotByTheReadingOfTheStore() throws Exception {
    store.with(KSK, ZSK, ZSK);
    StoredKey named = store.keys().get(2);
    store.setTiming(store.keys().get(0), store.keys().get(0).timing());
    RolloverRequest request =
        store.request(RolloverMethod.ZSK_PREPUBLISH, START).replacing(List.of(named)).build();
    StoredKey chosen = RolloverSession.of(request).keys().get(0).stored().orElseThrow();
    assertThat(chosen.facts().orElseThrow().keyTag())
        .isEqualTo(named.facts().orElseThrow().keyTag());
  }

  @Test
  void rfc7344_cdsRecordsAskForTheNewKeyOnceTheParentMayChange() throws Exception {
    store.with(KSK, ZSK);
    StoredKey old = store.keys().get(0);
    store.setTiming(old, old.timing().with(KeyEvent.SYNC_PUBLISH, START.minusSeconds(100)));
    RolloverSession session = store.session(RolloverMethod.KSK_DOUBLE_SIGNATURE, START);
    assertThat(session.plan().notes()).anyMatch(note -> note.contains("has CDS records: sign it"));
    execute(RolloverMethod.KSK_DOUBLE_SIGNATURE, START);
    Instant due = START.plusSeconds(8100);
    assertThat(store.keys().get(0).timing().at(KeyEvent.SYNC_DELETE)).contains(due);
    assertThat(store.keys().get(2).timing().at(KeyEvent.SYNC_PUBLISH)).contains(due);
  }

  @Test
  void aDoubleDsRolloverAgainstCdsRecordsIsRefused() throws Exception {
    store.with(KSK, ZSK);
    StoredKey old = store.keys().get(0);
    store.setTiming(old, old.timing().with(KeyEvent.SYNC_PUBLISH, START.minusSeconds(100)));
    assertThatThrownBy(() -> store.session(RolloverMethod.KSK_PREPUBLISH, START))
        .isInstanceOf(RolloverException.class)
        .hasMessageContaining("has CDS records")
        .extracting("advice", InstanceOfAssertFactories.STRING)
        .contains("ksk-double-signature");
  }
}
