package org.offlinesign.lint;

import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** No alias leads back to itself, and no DNAME record to a name that it rewrites again. */
final class LoopRule implements LintRule {
  private final Breaches breaches;

  LoopRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (!kind.isInChain()) {
      return;
    }
    NodeRrset cname = node.rrset(RecordType.CNAME);
    if (cname != null && target(cname).equals(node.owner())) {
      breaches.add(
          LintCode.CNAME_LOOP, SourceRecord.first(node, cname), node + " is an alias of itself");
    }
    NodeRrset dname = node.rrset(RecordType.DNAME);
    if (dname != null && target(dname).isAtOrBelow(node.owner())) {
      breaches.add(
          LintCode.DNAME_LOOP,
          SourceRecord.first(node, dname),
          "names below " + node + " lead by its DNAME record to names below it, without end");
    }
  }

  private static DnsName target(NodeRrset rrset) {
    return WireNames.at(rrset.octets(), rrset.typedOffset(0), rrset.rdataLength(0));
  }
}
