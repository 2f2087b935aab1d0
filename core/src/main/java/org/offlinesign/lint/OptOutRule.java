package org.offlinesign.lint;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/**
 * Wildcards under opt-out: a resolver cannot tell whether a name is not there or an unsigned
 * delegation, so it does not call what the wildcard gives secure (RFC 5155 §9.2).
 */
final class OptOutRule implements LintRule {
  private static final int OPT_OUT = 1;

  private final Tally wildcards;
  private boolean optOut;

  OptOutRule(Breaches breaches) {
    this.wildcards = new Tally(LintCode.WILDCARD_UNDER_OPT_OUT, breaches);
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (kind != NodeKind.AUTHORITATIVE) {
      return;
    }
    if (node.isWildcard()) {
      wildcards.note(SourceRecord.first(node));
    }
    NodeRrset nsec3 = node.rrset(RecordType.NSEC3);
    // RFC 5155 §3.2: the flags follow the hash algorithm.
    optOut |= nsec3 != null && (nsec3.octets()[nsec3.typedOffset(0) + 1] & OPT_OUT) != 0;
  }

  @Override
  public void finish() {
    if (optOut) {
      wildcards.report(
          (count, first) ->
              "answers from the wildcard "
                  + first.owner()
                  + (count == 1 ? "" : " and " + (count - 1) + " others")
                  + " are not secure, because the NSEC3 records of the zone opt out");
    }
  }
}
