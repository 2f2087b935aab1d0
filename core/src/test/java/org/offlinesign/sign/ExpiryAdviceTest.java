package org.offlinesign.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offlinesign.sign.SigningWarning.Code;

/** When to sign again: the zone's SOA expire time is a week, its largest TTL 300 or as stated. */
class ExpiryAdviceTest {
  private static final Instant NOW = SigningFixture.NOW;

  @TempDir Path folder;

  private SigningReport sign(Instant from, Instant to, String records) throws Exception {
    return new SigningFixture(folder)
        .sign(records, request -> request.validity(new Validity(from, to)))
        .report();
  }

  private static boolean warns(SigningReport report, Code code) {
    return report.warnings().stream().anyMatch(warning -> warning.code() == code);
  }

  @Test
  void rfc6781_4_4_2_secondariesAndCachesAreGivenTheirTime() throws Exception {
    Instant end = NOW.plus(Duration.ofDays(30));
    SigningReport report = sign(NOW, end, "a 86400 A 192.0.2.1\n");
    assertThat(report.output().largestTtl()).isEqualTo(86400);
    assertThat(report.signAgainBy()).isEqualTo(end.minus(Duration.ofDays(8)));
    assertThat(warns(report, Code.SHORT_VALIDITY)).isFalse();
  }

  @Test
  void withTooShortAValidityAQuarterOfItIsLeftAndAWarningSaysSo() throws Exception {
    Instant end = NOW.plus(Duration.ofDays(4));
    SigningReport report = sign(NOW, end, "");
    assertThat(report.signAgainBy()).isEqualTo(NOW.plus(Duration.ofDays(3)));
    assertThat(warns(report, Code.SHORT_VALIDITY)).isTrue();
  }

  @Test
  void aValidityExactlyLongEnoughIsNotWarnedOf() throws Exception {
    Instant end = NOW.plus(Duration.ofDays(7)).plusSeconds(300);
    assertThat(warns(sign(NOW, end, ""), Code.SHORT_VALIDITY)).isFalse();
    assertThat(warns(sign(NOW, end.minusSeconds(1), ""), Code.SHORT_VALIDITY)).isTrue();
  }

  @Test
  void signaturesThatAreNotValidNowAreWarnedOf() throws Exception {
    Duration day = Duration.ofDays(1);
    SigningReport past = sign(NOW.minus(day), NOW.minusSeconds(1), "");
    SigningReport future = sign(NOW.plusSeconds(1), NOW.plus(day), "");
    assertThat(warns(past, Code.NOT_VALID_NOW)).isTrue();
    assertThat(warns(future, Code.NOT_VALID_NOW)).isTrue();
  }
}
