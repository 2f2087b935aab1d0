package org.offlinesign.lint;

import java.util.Map;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** Records of types that were given up say nothing to anybody. */
final class ObsoleteTypeRule implements LintRule {
  private static final Map<Integer, String> GIVEN_UP =
      Map.ofEntries(
          Map.entry(3, "RFC 1035 §3.3.4 has MX instead"),
          Map.entry(4, "RFC 1035 §3.3.5 has MX instead"),
          Map.entry(10, "RFC 1035 §3.3.10 keeps it out of zone files"),
          Map.entry(11, "RFC 1123 §2.2 lets nobody rely on it"),
          Map.entry(24, "RFC 3755 §3 has RRSIG instead"),
          Map.entry(30, "RFC 3755 §3 has NSEC instead"),
          Map.entry(38, "RFC 6563 has AAAA instead"),
          Map.entry(99, "RFC 7208 §3.1 has TXT instead"),
          Map.entry(32769, "RFC 8749 has ended it"));

  private final Breaches breaches;

  ObsoleteTypeRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (!kind.isInChain()) {
      return;
    }
    for (NodeRrset rrset : node.rrsets()) {
      String why = GIVEN_UP.get(rrset.type());
      if (why != null) {
        breaches.add(
            LintCode.TYPE_OBSOLETE,
            SourceRecord.first(node, rrset),
            node + " has records of the type " + RecordType.of(rrset.type()) + "; " + why);
      }
    }
  }
}
