package org.offlinesign.key;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The first and the last second at which a certificate is valid. */
public record CertificateValidity(Instant from, Instant to) {
  /**
   * The last second that a certificate can name: its years have four digits (RFC 5280 §4.1.2.5).
   */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /** The first such second. */
  public static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

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
    if (from.isBefore(EARLIEST) || to.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          "a certificate from "
              + from
              + " to "
              + to
              + " is not within "
              + EARLIEST
              + ".."
              + LATEST);
    }
  }

  /** Returns the default: from an hour ago (for servers whose clocks differ), for five years. */
  public static CertificateValidity startingBefore(Instant now) {
    return from(now.minus(CLOCK_SKEW));
  }

  /** Returns five years from an instant on, or what is left until {@link #LATEST}. */
  public static CertificateValidity from(Instant begin) {
    Instant end = begin.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
    return new CertificateValidity(begin, end.isAfter(LATEST) ? LATEST : end);
  }
}
