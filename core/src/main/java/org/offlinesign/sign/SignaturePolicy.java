package org.offlinesign.sign;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long signatures live, where that is not simply the validity of the request.
 *
 * @param apexExpiration when the signatures of the DNSKEY, CDS and CDNSKEY RRsets expire; null for
 *     no other time than the rest
 * @param jitter by how much the others may expire earlier, each RRset by another amount, so that
 *     they need not all be made again at once (RFC 6781 §4.4.2)
 * @param keepUntil signatures of the input that are still right stay if they live longer than this,
 *     seen from now; null if all are made anew
 */
public record SignaturePolicy(
    @Nullable Instant apexExpiration, Duration jitter, @Nullable Duration keepUntil) {
  /** All signatures expire together. */
  public static final SignaturePolicy USUAL = new SignaturePolicy(null, Duration.ZERO, null);

  /** Checks the sign. */
  public SignaturePolicy {
    if (jitter.isNegative()) {
      throw new IllegalArgumentException("a jitter of " + jitter);
    }
    if (keepUntil != null && keepUntil.isNegative()) {
      throw new IllegalArgumentException("keeping signatures until " + keepUntil + " from now");
    }
  }
}
