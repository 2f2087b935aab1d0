package org.offlinesign.lint;

import java.util.Set;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** TTLs are neither so short that resolvers ask all the time nor longer than they keep anything. */
final class TtlRule implements LintRule {
  private static final Set<RecordType> ALWAYS_NEEDED =
      Set.of(RecordType.SOA, RecordType.NS, RecordType.DNSKEY, RecordType.DS);

  // RFC 8767 §4 recommends that resolvers cap TTLs at seven days.
  private static final int LONGEST_KEPT = 604_800;

  private final Breaches breaches;
  private final Tally longLived;

  TtlRule(Breaches breaches) {
    this.breaches = breaches;
    this.longLived = new Tally(LintCode.TTL_LONG, breaches);
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.OUT_OF_ZONE) {
      return;
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (rrset.ttl() > LONGEST_KEPT) {
        longLived.note(SourceRecord.first(node, rrset));
      }
      if (rrset.ttl() == 0 && ALWAYS_NEEDED.contains(RecordType.of(rrset.type()))) {
        breaches.add(
            LintCode.TTL_ZERO,
            SourceRecord.first(node, rrset),
            "the "
                + RecordType.of(rrset.type())
                + " records of "
                + node
                + " have TTL 0, so resolvers ask for them again and again");
      }
    }
  }

  @Override
  public void finish() {
    longLived.report(
        (count, first) ->
            count == 1
                ? "the "
                    + first.type()
                    + " records of "
                    + first.owner()
                    + " have the TTL "
                    + first.rrset().ttl()
                    + "; most resolvers keep nothing for longer than a week, 604800"
                : count
                    + " RRsets have a TTL over a week, 604800, for which most resolvers keep"
                    + " nothing; one is that of type "
                    + first.type()
                    + " at "
                    + first.owner());
  }
}
