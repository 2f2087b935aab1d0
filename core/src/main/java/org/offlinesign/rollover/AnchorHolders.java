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
  /** Copies the list. */
  public AnchorHolders {
    keys = List.copyOf(keys);
  }

  /** Returns resolvers that do what RFC 5011 asks, given the times of a zone. */
  public static AnchorHolders of(Collection<Dnskey> keys, ZoneTimes times) {
    return new AnchorHolders(List.copyOf(keys), times.addHoldDown(), times.queryInterval());
  }
}
