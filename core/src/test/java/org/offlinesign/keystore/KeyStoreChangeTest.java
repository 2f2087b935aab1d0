package org.offlinesign.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.offlinesign.keystore.StoreFixture.NOW;
import static org.offlinesign.keystore.StoreFixture.SETTINGS;
import static org.offlinesign.keystore.StoreFixture.password;
import static org.offlinesign.keystore.StoreFixture.request;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyTiming;
import org.offlinesign.keystore.KeyStoreFileException.Reason;

/** What becomes of keys of a store that are changed, one or several at once. */
class KeyStoreChangeTest extends StoreFileFixture {
  @Test
  void timingIsKept() throws Exception {
    KeyTiming timing = KeyTiming.NONE;
    for (KeyEvent event : KeyEvent.values()) {
      timing = timing.with(event, NOW.plus(Duration.ofDays(timing.events().size())));
    }
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      assertThat(store.setTiming(key, timing).timing()).isEqualTo(timing);
    }
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.keys().get(0).timing()).isEqualTo(timing);
    }
  }

  @Test
  void severalKeysChangeInOneWriting() throws Exception {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.INACTIVE, NOW);
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey old = store.generate(request("old", KeyRole.ZSK));
      StoredKey next = store.generate(request("new", KeyRole.ZSK).withRollover("step/1"));
      assertThat(next.rollover()).hasValue("step/1");
      List<StoredKey> changed =
          store.change(
              List.of(new KeyChange(next, timing, "step/2"), new KeyChange(old, timing, "step/2")));
      assertThat(changed)
          .extracting(key -> key.friendlyName().orElseThrow())
          .containsExactly("new", "old");
      assertThat(changed).allSatisfy(key -> assertThat(key.rollover()).hasValue("step/2"));
    }
    // The copy before the change is one change back: it has both keys as they were.
    try (KeyStoreFile before =
        KeyStoreFile.open(folder.resolve("keys.p12.bak"), password(), SETTINGS)) {
      assertThat(before.keys())
          .extracting(key -> key.rollover().orElse("none"))
          .containsExactly("none", "step/1");
    }
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS)) {
      assertThat(store.keys()).allSatisfy(key -> assertThat(key.timing()).isEqualTo(timing));
      assertThat(store.keys()).allSatisfy(key -> assertThat(key.rollover()).hasValue("step/2"));
    }
  }

  @Test
  void aChangeOfSeveralKeysIsRefusedWholeWhereOneIsMissing() throws Exception {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.INACTIVE, NOW);
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey kept = store.generate(request("kept", KeyRole.ZSK));
      StoredKey gone = store.generate(request("gone", KeyRole.ZSK));
      store.delete(gone);
      assertRefused(
          Reason.MISSING,
          () ->
              store.change(
                  List.of(new KeyChange(kept, timing, "a"), new KeyChange(gone, timing, "a"))));
      assertThat(store.keys().get(0).timing()).isEqualTo(kept.timing());
      assertThat(store.keys().get(0).rollover()).isEmpty();
    }
  }

  @Test
  void aChangeOfAKeyThatSomebodyElseHasChangedIsRefused() throws Exception {
    StoreFixture.makeEmpty(file, password());
    try (KeyStoreFile store = KeyStoreFile.open(file, password(), SETTINGS);
        KeyStoreFile other = KeyStoreFile.open(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK));
      other.change(List.of(new KeyChange(key, key.timing(), "theirs")));
      assertRefused(
          Reason.CHANGED, () -> store.change(List.of(new KeyChange(key, key.timing(), "ours"))));
      assertThat(store.keys().get(0).rollover()).hasValue("theirs");
    }
  }

  @Test
  void timingLeavesTheNoteOfARolloverAlone() throws Exception {
    try (KeyStoreFile store = KeyStoreFile.openOrCreate(file, password(), SETTINGS)) {
      StoredKey key = store.generate(request("one", KeyRole.ZSK).withRollover("step/1"));
      StoredKey set = store.setTiming(key, KeyTiming.NONE);
      assertThat(set.rollover()).hasValue("step/1");
      assertThat(store.change(List.of(new KeyChange(set, KeyTiming.NONE, null))).get(0).rollover())
          .isEmpty();
    }
    assertThatThrownBy(() -> request("one", KeyRole.ZSK).withRollover("two words"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KeyStoreFileException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
