package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.offlinesign.sign.SigningWarning.Code;

/**
 * When a zone must be signed again.
 *
 * <p>A secondary that lost its primary serves the zone for the SOA's expire time, and a cache that
 * asked it last keeps the answer for its TTL; both should still hold valid signatures then (RFC
 * 6781 §4.4.2).
 */
final class ExpiryAdvice {
  private static final int QUARTER = 4;

  private final Validity validity;
  private final Instant firstExpiry;
  private final Duration outlast;

  /**
   * Creates the advice.
   *
   * @param validity that of the signatures made
   * @param firstExpiry when the first of all signatures expires
   */
  ExpiryAdvice(Validity validity, Instant firstExpiry, Duration outlast) {
    this.validity = validity;
    this.firstExpiry = firstExpiry;
    this.outlast = outlast;
  }

  /** Says what is wrong with the validity, if anything is. */
  void warn(SigningContext context) {
    Instant now = context.now().truncatedTo(ChronoUnit.SECONDS);
    if (now.isBefore(validity.inception()) || now.isAfter(firstExpiry)) {
      context
          .warnings()
          .add(
              Code.NOT_VALID_NOW,
              "the signatures are valid from "
                  + validity.inception()
                  + " to "
                  + firstExpiry
                  + ", which does not cover the present time "
                  + now
                  + "; --start and --end say when they do");
    } else if (!isLongEnough(now)) {
      context
          .warnings()
          .add(
              Code.SHORT_VALIDITY,
              "the signatures expire at "
                  + firstExpiry
                  + ", before secondaries (SOA expire) and caches (largest TTL) let go of them, on "
                  + now.plus(outlast)
                  + " (RFC 6781 section 4.4.2); a later --end or a shorter SOA"
                  + " expire mends it");
    }
  }

  /** Says whether signatures made now outlast secondaries and caches. */
  private boolean isLongEnough(Instant now) {
    return !now.isAfter(latestSafe());
  }

  /**
   * Returns the last instant at which a new signing is in time; where the validity is too short for
   * that, the instant at which a quarter of it is left.
   */
  Instant signAgainBy(Instant now) {
    return isLongEnough(now)
        ? latestSafe()
        : firstExpiry.minus(validity.length().dividedBy(QUARTER));
  }

  private Instant latestSafe() {
    return firstExpiry.minus(outlast);
  }
}
