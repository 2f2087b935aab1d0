package org.offlinesign.rollover;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.offlinesign.rdata.Dnskey;

/**
 * Resolvers that trust keys of the zone itself, and keep up with them by RFC 5011.
 *
 * @param keys what they trust at first
 * @param holdDown how long they watch a new key before they trust it (RFC 5011 §2.4.1)
 * @param queryInterval how long they may let pass between two looks at the DNSKEY RRset
 */
public record AnchorHolders(List<Dnskey> keys, Duration holdDown, Duration queryInterval) {
  /** The time that RFC 5011 §2.4.1 asks for at least. */
  public static final Duration USUAL_HOLD_DOWN = Duration.ofDays(30);

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(15);

  /** Copies the list. */
  public AnchorHolders {
    keys = List.copyOf(keys);
  }

  /** Returns resolvers that look as often as RFC 5011 asks, for signatures that last long. */
  public static AnchorHolders of(Collection<Dnskey> keys, Duration holdDown, Duration keyTtl) {
    return new AnchorHolders(List.copyOf(keys), holdDown, queryInterval(keyTtl));
  }

  /**
   * Returns how often a resolver looks: after half the TTL, but not before an hour and not later
   * than fifteen days. RFC 5011 §2.3 takes half the validity of the signatures where that is less.
   */
  public static Duration queryInterval(Duration keyTtl) {
    Duration half = keyTtl.dividedBy(2);
    if (half.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return half.compareTo(LONGEST) > 0 ? LONGEST : half;
  }
}
