package org.offlinesign.lint;

import java.util.Set;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** A zone without DNSKEY records has no records that only a signed zone has a use for. */
final class LeftoverRule implements LintRule {
  private static final Set<RecordType> OF_SIGNED_ZONES =
      Set.of(RecordType.RRSIG, RecordType.NSEC, RecordType.NSEC3, RecordType.NSEC3PARAM);

  private final Tally leftovers;
  private boolean hasKeys;

  LeftoverRule(Breaches breaches) {
    this.leftovers = new Tally(LintCode.DNSSEC_LEFTOVER, breaches);
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    hasKeys |= kind == NodeKind.APEX && node.has(RecordType.DNSKEY);
    if (hasKeys || kind == NodeKind.OUT_OF_ZONE) {
      return;
    }
    for (NodeRrset rrset : node.rrsets()) {
      if (OF_SIGNED_ZONES.contains(RecordType.of(rrset.type()))) {
        leftovers.note(SourceRecord.first(node, rrset));
      }
    }
  }

  @Override
  public void finish() {
    leftovers.report(
        (count, first) ->
            "the zone has no DNSKEY record at its apex, but records of a signed zone, the first a "
                + first.type()
                + " record of "
                + first.owner());
  }
}
