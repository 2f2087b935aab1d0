package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

class TimingChangeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final ZoneKey ZSK = key(KeyRole.ZSK);
  private static final ZoneKey OTHER = key(KeyRole.ZSK);
  private static final ZoneKey KSK = key(KeyRole.KSK);

  private static ZoneKey key(KeyRole role) {
    return new KeyGenerator(CryptoProviders.detect())
        .generate(
            DnsName.of("example."), new KeySpec(Algorithm.ECDSAP256SHA256, 256, role), List.of())
        .facts();
  }

  private static Instant day(int number) {
    return NOW.plus(Duration.ofDays(number));
  }

  private static KeyTiming times(KeyEvent first, int day, KeyEvent second, int otherDay) {
    return KeyTiming.NONE.with(first, day(day)).with(second, day(otherDay));
  }

  private static TimingChange to(KeyTiming timing) {
    return new TimingChange(ZSK, timing);
  }

  @Test
  void timesThatGoBackAreOdd() {
    assertThat(to(times(KeyEvent.PUBLISH, 2, KeyEvent.ACTIVATE, 1)).oddities())
        .containsExactly(
            "Activate comes before Publish: it signs before it is in the zone, which only a change"
                + " of algorithm needs");
    assertThat(to(times(KeyEvent.ACTIVATE, 2, KeyEvent.INACTIVE, 1)).oddities())
        .containsExactly("Inactive comes before Activate: it never signs");
    assertThat(to(times(KeyEvent.SYNC_PUBLISH, 2, KeyEvent.SYNC_DELETE, 1)).oddities()).hasSize(1);
    assertThat(to(times(KeyEvent.PUBLISH, 1, KeyEvent.ACTIVATE, 1)).oddities()).isEmpty();
    assertThat(to(times(KeyEvent.INACTIVE, 1, KeyEvent.DELETE, 2)).oddities()).isEmpty();
  }

  @Test
  void theLastActiveKeyOfARoleLeavesAGap() {
    KeyTiming ends = KeyTiming.NONE.with(KeyEvent.INACTIVE, day(3));
    assertThat(to(ends).gap(List.of(KSK), NOW)).hasValue(day(3));
    assertThat(to(ends).gap(List.of(KSK, OTHER), NOW)).isEmpty();
    assertThat(new TimingChange(KSK, ends).gap(List.of(ZSK), NOW)).hasValue(day(3));
  }

  @Test
  void aSuccessorMustBeActiveInTime() {
    KeyTiming ends = KeyTiming.NONE.with(KeyEvent.INACTIVE, day(3));
    for (int day : new int[] {2, 3}) {
      ZoneKey successor = OTHER.withTiming(KeyTiming.NONE.with(KeyEvent.ACTIVATE, day(day)));
      assertThat(to(ends).gap(List.of(successor), NOW)).isEmpty();
    }
    ZoneKey late = OTHER.withTiming(KeyTiming.NONE.with(KeyEvent.ACTIVATE, day(4)));
    assertThat(to(ends).gap(List.of(late), NOW)).hasValue(day(3));
    ZoneKey leaving = OTHER.withTiming(KeyTiming.NONE.with(KeyEvent.DELETE, day(5)));
    assertThat(to(ends).gap(List.of(leaving), NOW)).hasValue(day(5));
  }

  @Test
  void aGapThatWasThereBeforeIsNoneOfTheChange() {
    ZoneKey ended = ZSK.withTiming(KeyTiming.NONE.with(KeyEvent.INACTIVE, day(-1)));
    KeyTiming deleted = ended.timing().with(KeyEvent.DELETE, day(1));
    assertThat(new TimingChange(ended, deleted).gap(List.of(KSK), NOW)).isEmpty();
    KeyTiming undecided = KeyTiming.NONE.with(KeyEvent.INACTIVE, KeyTiming.UNDECIDED);
    assertThat(to(undecided).gap(List.of(KSK), NOW)).isEmpty();
    KeyTiming never = KeyTiming.NONE.with(KeyEvent.ACTIVATE, KeyTiming.UNDECIDED);
    assertThat(to(never).gap(List.of(KSK), NOW)).hasValue(NOW);
  }
}
