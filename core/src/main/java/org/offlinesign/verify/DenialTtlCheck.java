package org.offlinesign.verify;

import java.util.OptionalLong;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Checks the TTL of the records that prove absence (RFC 9077 §3). Immutable, for any thread. */
final class DenialTtlCheck {
  private final FindingCode breach;
  private final OptionalLong expected;

  /**
   * @param breach what is reported of another TTL
   */
  DenialTtlCheck(FindingCode breach, ZoneApex apex) {
    this.breach = breach;
    this.expected = apex.denialTtl();
  }

  /** Reports if NSEC or NSEC3 records have another TTL; without a SOA record any will do. */
  void check(OwnerNode node, NodeRrset rrset, Findings findings) {
    if (expected.isPresent() && expected.getAsLong() != rrset.ttl()) {
      findings.add(
          breach,
          Subject.of(node, rrset),
          "expected the TTL "
              + expected.getAsLong()
              + ", the lesser of the SOA's TTL and MINIMUM, but found "
              + rrset.ttl());
    }
  }
}
