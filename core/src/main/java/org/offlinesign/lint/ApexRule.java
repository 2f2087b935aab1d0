package org.offlinesign.lint;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** The apex has more than one name server, and its SOA record stands first in the file. */
final class ApexRule implements LintRule {
  private final FirstRecord firstRecord;
  private final Breaches breaches;

  ApexRule(FirstRecord firstRecord, Breaches breaches) {
    this.firstRecord = firstRecord;
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (kind != NodeKind.APEX) {
      return;
    }
    NodeRrset servers = node.rrset(RecordType.NS);
    if (servers != null && servers.size() == 1) {
      breaches.add(
          LintCode.NS_SINGLE,
          SourceRecord.first(node, servers),
          "the zone " + node + " has one name server only");
    }
    NodeRrset soa = node.rrset(RecordType.SOA);
    if (soa != null && !firstRecord.isOfType(RecordType.SOA)) {
      breaches.add(
          LintCode.SOA_NOT_FIRST,
          SourceRecord.first(node, soa),
          "other records precede the SOA record, which some programs do not read");
    }
  }
}
