package org.offlinesign.lint;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** A null MX record, {@code MX 0 .}, stands alone (RFC 7505 §3). */
final class NullMxRule implements LintRule {
  /** A preference and the root. */
  private static final int NULL_MX_LENGTH = 3;

  private final Breaches breaches;

  NullMxRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    NodeRrset servers = node.rrset(RecordType.MX);
    if (servers == null || !kind.isInChain()) {
      return;
    }
    for (int i = 0; i < servers.size(); i++) {
      if (servers.rdataLength(i) == NULL_MX_LENGTH) {
        check(new SourceRecord(node, servers, i));
      }
    }
  }

  private void check(SourceRecord record) {
    NodeRrset servers = record.rrset();
    int at = servers.typedOffset(record.index());
    if (servers.size() > 1) {
      breaches.add(
          LintCode.MX_NULL_NOT_ALONE,
          record,
          record.owner() + " takes no mail by one MX record (.) and does by another");
    }
    if (servers.octets()[at] != 0 || servers.octets()[at + 1] != 0) {
      breaches.add(
          LintCode.MX_NULL_PREFERENCE,
          record,
          "expected preference 0 for the MX record of "
              + record.owner()
              + " that says no mail (.)");
    }
  }
}
