package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
  void activationPublishesToo() {
    KeyTiming timing = KeyTiming.NONE.with(KeyEvent.ACTIVATE, day(2));
    assertThat(timing.stateAt(day(1))).isEqualTo(KeyState.FUTURE);
    assertThat(timing.stateAt(day(2))).isEqualTo(KeyState.ACTIVE);
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
