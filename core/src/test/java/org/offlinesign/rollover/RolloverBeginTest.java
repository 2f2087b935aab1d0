package org.offlinesign.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.key.KeyRole.KSK;
import static org.offlinesign.key.KeyRole.ZSK;
import static org.offlinesign.rollover.RolloverStore.START;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.rollover.RolloverStore.Crash;

/** What the notes of keys, and the times of their CDS records, mean for a rollover that begins. */
class RolloverBeginTest {
  @TempDir Path folder;
  private RolloverStore store;

  @BeforeEach
  void openStore() throws Exception {
    store = new RolloverStore(folder);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private void execute(RolloverMethod method, Instant now) throws Exception {
    store.execute(store.request(method, now).build(), Crash.NONE);
  }

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
                RolloverMethod.ALGORITHM, START, 3, START.plusSeconds(99_000), true, seen),
            RolloverKey.Part.OLD);
    assertThat(mark.toString())
        .isEqualTo("algorithm/20261201120000/old/3/20261202153000/parent/4500+3600+86400+7200");
    assertThat(RolloverMark.parse(mark.toString())).contains(mark);
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
        .hasMessageContaining("ksk-double-signature changes them in time");
  }
}
