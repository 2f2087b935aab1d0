package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateValidityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void beginsAnHourBeforeAndLastsFiveYears() {
    CertificateValidity usual = CertificateValidity.startingBefore(NOW);
    assertThat(usual.from()).isEqualTo("2026-03-01T11:00:00Z");
    assertThat(usual.to()).isEqualTo("2031-03-01T11:00:00Z");
  }

  @Test
  void refusesAnEndThatIsNotAfterTheBegin() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CertificateValidity(NOW, NOW));
  }

  @Test
  void rfc5280_4_1_2_5_refusesYearsThatFourDigitsCannotWrite() {
    Instant tooLate = CertificateValidity.LATEST.plusSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new CertificateValidity(NOW, tooLate));
    Instant tooEarly = CertificateValidity.EARLIEST.minusSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new CertificateValidity(tooEarly, NOW));
  }

  @Test
  void endsWithTheLastYearWhenFiveYearsWouldBeTooMany() {
    Instant begin = Instant.parse("9998-01-01T00:00:00Z");
    assertThat(CertificateValidity.from(begin).to()).isEqualTo(CertificateValidity.LATEST);
  }
}
