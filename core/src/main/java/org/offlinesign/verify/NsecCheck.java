package org.offlinesign.verify;

import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks a chain of NSEC records: a record at each name that has authoritative data or is a
 * delegation, and at no other; each names the types at its owner and leads to the next owner, the
 * last one back to the apex (RFC 4034 §4, RFC 4035 §2.3).
 */
final class NsecCheck {
  private final OwnerNode apex;
  private final DenialTtlCheck ttl;
  private @Nullable OwnerNode last;

  NsecCheck(ZoneApex apex) {
    this.apex = apex.node();
    this.ttl = new DenialTtlCheck(FindingCode.NSEC_TTL, apex);
  }

  /**
   * Takes the next name with a place in the chain, in canonical order, and returns the one before
   * it; null for the first.
   */
  @Nullable OwnerNode enter(OwnerNode node) {
    OwnerNode predecessor = last;
    last = node;
    return predecessor;
  }

  /** Returns the part of the check that any thread can do. */
  NodeCheck newNodeCheck() {
    return new NsecNodeCheck(ttl);
  }

  /** Checks where the last record leads. */
  void finish(Findings findings) {
    if (last != null) {
      NsecNodeCheck.checkLink(last, apex, findings);
    }
  }
}
