package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.offlinesign.key.KeyTiming.NextChange;

class KeyTimingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aKeyGoesThroughItsStates() {
    KeyTiming timing =
        KeyTiming.of(
            Map.of(
                KeyEvent.PUBLISH, day(1),
                KeyEvent.ACTIVATE, day(2),
                KeyEvent.INACTIVE, day(3),
                KeyEvent.REVOKE, day(4),
                KeyEvent.DELETE, day(5)));
    assertThat(timing.stateAt(day(1).minusSeconds(1))).isEqualTo(KeyState.FUTURE);
    assertThat(timing.stateAt(day(1))).isEqualTo(KeyState.PUBLISHED);
    assertThat(timing.stateAt(day(2))).isEqualTo(KeyState.ACTIVE);
    assertThat(timing.stateAt(day(3))).isEqualTo(KeyState.INACTIVE);
    assertThat(timing.stateAt(day(4))).isEqualTo(KeyState.REVOKED);
    assertThat(timing.stateAt(day(5))).isEqualTo(KeyState.DELETED);
  }

  @Test
  void aKeyWithoutTimingSigns() {
    assertThat(KeyTiming.NONE.stateAt(START)).isEqualTo(KeyState.ACTIVE);
    assertThat(KeyTiming.NONE.with(KeyEvent.CREATED, day(9)).stateAt(START))
        .isEqualTo(KeyState.ACTIVE);
  }

  @Test
  void aKeyThatIsToBeActivatedIsPublishedAtOnce() {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.ACTIVATE, day(2));
    assertThat(timing.stateAt(day(1))).isEqualTo(KeyState.PUBLISHED);
    assertThat(timing.stateAt(day(2))).isEqualTo(KeyState.ACTIVE);
  }

  @Test
  void aKeyThatIsToBePublishedLaterSignsBefore() {
    KeyTiming timing =
        KeyTiming.of(Map.of(KeyEvent.ACTIVATE, day(1), KeyEvent.PUBLISH, KeyTiming.UNDECIDED));
    assertThat(timing.stateAt(day(1).minusSeconds(1))).isEqualTo(KeyState.FUTURE);
    assertThat(timing.stateAt(day(1))).isEqualTo(KeyState.SIGNING_ONLY);
    assertThat(timing.signsAt(day(1))).isTrue();
    assertThat(timing.isPublishedAt(day(1))).isFalse();
    assertThat(timing.with(KeyEvent.PUBLISH, day(3)).stateAt(day(3))).isEqualTo(KeyState.ACTIVE);
    assertThat(timing.with(KeyEvent.INACTIVE, day(2)).stateAt(day(2))).isEqualTo(KeyState.FUTURE);
  }

  @Test
  void aKeyThatIsToBeInactiveLaterSignsAfterItsDeletion() {
    KeyTiming timing =
        KeyTiming.of(Map.of(KeyEvent.DELETE, day(1), KeyEvent.INACTIVE, KeyTiming.UNDECIDED));
    assertThat(timing.stateAt(day(1).minusSeconds(1))).isEqualTo(KeyState.ACTIVE);
    assertThat(timing.stateAt(day(1))).isEqualTo(KeyState.SIGNING_ONLY);
    assertThat(timing.with(KeyEvent.INACTIVE, day(2)).stateAt(day(2))).isEqualTo(KeyState.DELETED);
    assertThat(timing.with(KeyEvent.INACTIVE, null).stateAt(day(1))).isEqualTo(KeyState.DELETED);
    // Nothing follows from these times for a key that never signed, or only for its revocation.
    assertThat(timing.with(KeyEvent.PUBLISH, START).stateAt(day(1))).isEqualTo(KeyState.DELETED);
    assertThat(timing.with(KeyEvent.REVOKE, START).stateAt(day(1))).isEqualTo(KeyState.DELETED);
  }

  @Test
  void aRevokedKeySignsEvenIfItNeverDidBefore() {
    KeyTiming timing = KeyTiming.of(Map.of(KeyEvent.PUBLISH, START, KeyEvent.REVOKE, day(1)));
    assertThat(timing.signsAt(START)).isFalse();
    assertThat(timing.signsAt(day(1))).isTrue();
    assertThat(timing.with(KeyEvent.PUBLISH, day(2)).stateAt(day(1))).isEqualTo(KeyState.FUTURE);
  }

  @Test
  void theNextChangeIsTheNextOtherState() {
    KeyTiming timing =
        KeyTiming.of(
            Map.of(
                KeyEvent.PUBLISH, day(1),
                KeyEvent.ACTIVATE, day(2),
                KeyEvent.DS_PUBLISH, day(3),
                KeyEvent.REVOKE, day(4),
                KeyEvent.INACTIVE, day(5)));
    assertThat(timing.nextChange(START)).hasValue(new NextChange(day(1), KeyState.PUBLISHED));
    assertThat(timing.nextChange(day(1))).hasValue(new NextChange(day(2), KeyState.ACTIVE));
    assertThat(timing.nextChange(day(2))).hasValue(new NextChange(day(4), KeyState.REVOKED));
    assertThat(timing.nextChange(day(4))).isEmpty();
    assertThat(timing.with(KeyEvent.DELETE, KeyTiming.UNDECIDED).nextChange(day(4))).isEmpty();
  }

  @Test
  void publicationAloneDoesNotActivate() {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.PUBLISH, day(1));
    assertThat(timing.stateAt(day(2))).isEqualTo(KeyState.PUBLISHED);
    assertThat(timing.stateAt(day(2)).isPublished()).isTrue();
  }

  @Test
  void fractionsOfASecondAreDropped() {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.PUBLISH, START.plusNanos(5));
    assertThat(timing.at(KeyEvent.PUBLISH)).hasValue(START);
    assertThat(timing).isEqualTo(KeyTiming.NONE.with(KeyEvent.PUBLISH, START));
    assertThat(timing.with(KeyEvent.PUBLISH, null)).isEqualTo(KeyTiming.NONE);
  }

  private static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }
}
