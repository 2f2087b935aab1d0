package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.offlinesign.rdata.Soa;
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
  private final Duration outlast;

  ExpiryAdvice(Validity validity, Soa soa, int largestTtl) {
    this.validity = validity;
    this.outlast = Duration.ofSeconds(soa.expire() + largestTtl);
  }

  /** Says what is wrong with the validity, if anything is. */
  void warn(SigningContext context) {
    Instant now = context.now().truncatedTo(ChronoUnit.SECONDS);
    if (now.isBefore(validity.inception()) || now.isAfter(validity.expiration())) {
      context
          .warnings()
          .add(
              Code.NOT_VALID_NOW,
              "the signatures are valid from "
                  + validity.inception()
                  + " to "
                  + validity.expiration()
                  + ", which does not cover the present time "
                  + now);
    } else if (!isLongEnough(now)) {
      context
          .warnings()
          .add(
              Code.SHORT_VALIDITY,
              "the signatures expire at "
                  + validity.expiration()
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
        : validity.expiration().minus(validity.length().dividedBy(QUARTER));
  }

  private Instant latestSafe() {
    return validity.expiration().minus(outlast);
  }
}
