package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.offlinesign.record.Serial;

class ValidityTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.75Z");

  @Test
  void theDefaultIsAnHourAgoAndThirtyDaysFromThere() {
    Validity validity = Validity.startingBefore(NOW);
    assertThat(validity.inception()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
    assertThat(validity.expiration()).isEqualTo(Instant.parse("2026-03-02T11:00:00Z"));
    assertThat(validity.length()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void anExpirationAtTheInceptionIsRefusedAndBothAreNamed() {
    assertThatThrownBy(() -> new Validity(NOW, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("inception 2026-01-31T12:00:00Z");
  }

  @Test
  void rfc4034_3_1_5_timesMayBeAtMostHalfTheSerialSpaceApart() {
    Instant limit = Instant.ofEpochSecond(NOW.getEpochSecond() + Integer.MAX_VALUE);
    assertThat(new Validity(NOW, limit).expiration()).isEqualTo(limit);
    assertThatThrownBy(() -> new Validity(NOW, limit.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("68 years");
  }

  @Test
  void rfc4034_3_1_5_timesAfter2106WrapAround() {
    Instant late = Instant.parse("2106-02-07T06:28:15Z");
    Validity validity = new Validity(late, late.plusSeconds(2));
    assertThat(validity.inceptionSerial()).isEqualTo(new Serial(4294967295L));
    assertThat(validity.expirationSerial()).isEqualTo(new Serial(1));
  }
}
