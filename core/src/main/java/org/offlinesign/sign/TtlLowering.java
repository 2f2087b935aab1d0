package org.offlinesign.sign;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Lowers TTLs that are above the highest one allowed, and counts how many. */
final class TtlLowering {
  private final @Nullable Ttl highest;
  private long lowered;

  TtlLowering(TtlLimits limits) {
    this.highest = limits.highest();
  }

  /** Returns a name whose TTLs are low enough. */
  OwnerNode apply(OwnerNode node) {
    if (highest == null) {
      return node;
    }
    OwnerNode result = node;
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset.ttl() > highest.seconds()) {
        result = result.with(rrset.withTtl(highest));
        lowered++;
      }
    }
    return result;
  }

  /** Returns of how many RRsets the TTL was lowered. */
  long lowered() {
    return lowered;
  }
}
