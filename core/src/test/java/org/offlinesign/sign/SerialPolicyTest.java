package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.offlinesign.record.Serial;

class SerialPolicyTest {
  private static final Instant NOW = Instant.parse("2026-01-31T23:30:00Z");

  private static long next(SerialPolicy policy, long current) {
    return policy.next(new Serial(current), NOW).value();
  }

  @Test
  void keepChangesNothing() {
    assertThat(next(SerialPolicy.KEEP, 0)).isZero();
  }

  @Test
  void rfc1982_3_1_incrementWrapsAroundAndPassesOverZero() {
    assertThat(next(SerialPolicy.INCREMENT, 2026013100)).isEqualTo(2026013101);
    assertThat(next(SerialPolicy.INCREMENT, 2147483647)).isEqualTo(2147483648L);
    assertThat(next(SerialPolicy.INCREMENT, 4294967295L)).isEqualTo(1);
  }

  @Test
  void unixtimeIsTheSecondsSince1970OrTheNextNumber() {
    assertThat(next(SerialPolicy.UNIXTIME, 1)).isEqualTo(NOW.getEpochSecond());
    assertThat(next(SerialPolicy.UNIXTIME, 2026013100)).isEqualTo(2026013101);
    assertThat(next(SerialPolicy.UNIXTIME, NOW.getEpochSecond()))
        .isEqualTo(NOW.getEpochSecond() + 1);
  }

  @Test
  void dateIsTheDayInUtcOrTheNextNumber() {
    assertThat(next(SerialPolicy.DATE, 2025123199)).isEqualTo(2026013100);
    assertThat(next(SerialPolicy.DATE, 2026013100)).isEqualTo(2026013101);
    assertThat(next(SerialPolicy.DATE, 4294967295L)).isEqualTo(2026013100);
  }

  @Test
  void theHundredthRunOfADayHasItsLastSerialAndTheNextIsAheadOfTheDay() {
    assertThat(next(SerialPolicy.DATE, 2026013198)).isEqualTo(2026013199);
    assertThat(SerialPolicy.DATE.isOvertaken(new Serial(2026013198), NOW)).isFalse();
    assertThat(next(SerialPolicy.DATE, 2026013199)).isEqualTo(2026013200);
    assertThat(SerialPolicy.DATE.isOvertaken(new Serial(2026013199), NOW)).isTrue();
  }

  @Test
  void rfc1982_3_2_aSerialAheadOfTheTimeIsOvertakenOnlyIfItIsLater() {
    long now = NOW.getEpochSecond();
    assertThat(SerialPolicy.UNIXTIME.isOvertaken(new Serial(now), NOW)).isFalse();
    assertThat(SerialPolicy.UNIXTIME.isOvertaken(new Serial(now + 1), NOW)).isTrue();
    assertThat(SerialPolicy.UNIXTIME.isOvertaken(new Serial(4294967295L), NOW)).isFalse();
    assertThat(SerialPolicy.INCREMENT.isOvertaken(new Serial(4294967295L), NOW)).isFalse();
    assertThat(SerialPolicy.KEEP.isOvertaken(new Serial(4294967295L), NOW)).isFalse();
  }
}
