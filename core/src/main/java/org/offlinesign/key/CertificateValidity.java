package org.offlinesign.key;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The first and the last second at which a certificate is valid. */
public record CertificateValidity(Instant from, Instant to) {
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);
  private static final int YEARS = 5;

  /** Checks the order and drops fractions of a second, which certificates do not have. */
  public CertificateValidity {
    from = from.truncatedTo(ChronoUnit.SECONDS);
    to = to.truncatedTo(ChronoUnit.SECONDS);
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "the certificate's begin " + from + " is not before its end " + to);
    }
  }

  /** Returns the default: from an hour ago (for servers whose clocks differ), for five years. */
  public static CertificateValidity startingBefore(Instant now) {
    return from(now.minus(CLOCK_SKEW));
  }

  /** Returns five years from an instant on. */
  public static CertificateValidity from(Instant begin) {
    return new CertificateValidity(
        begin, begin.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant());
  }
}
