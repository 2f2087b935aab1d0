package org.offlinesign.lint;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeClassifier;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/**
 * Names whose records no server hands out. A file of a Windows server has such names by the hundred
 * (glue outside the zone), so each kind of them is one finding.
 */
final class UnservedRule implements LintRule {
  private final NodeClassifier classifier;
  private final Tally outside;
  private final Tally belowCut;
  private final Tally belowDname;

  /**
   * Creates the rule.
   *
   * @param classifier knows what hides the name that it was asked for last
   */
  UnservedRule(NodeClassifier classifier, Breaches breaches) {
    this.classifier = classifier;
    this.outside = new Tally(LintCode.OUT_OF_ZONE, breaches);
    this.belowCut = new Tally(LintCode.BELOW_CUT, breaches);
    this.belowDname = new Tally(LintCode.BELOW_DNAME, breaches);
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (kind == NodeKind.OUT_OF_ZONE) {
      outside.note(SourceRecord.first(node));
    } else if (kind == NodeKind.OCCLUDED) {
      Tally tally = classifier.isBelowDname() ? belowDname : belowCut;
      tally.note(SourceRecord.first(node));
    } else if (kind == NodeKind.GLUE) {
      node.rrsets().stream()
          .filter(rrset -> !isAddress(rrset.type()))
          .findFirst()
          .ifPresent(rrset -> belowCut.note(SourceRecord.first(node, rrset)));
    }
  }

  private static boolean isAddress(int type) {
    return type == RecordType.A.code() || type == RecordType.AAAA.code();
  }

  @Override
  public void finish() {
    report(outside, "outside the zone");
    report(belowCut, "hidden by a delegation above");
    report(belowDname, "hidden by a DNAME record above");
  }

  private static void report(Tally tally, String what) {
    tally.report(
        (names, first) ->
            names == 1
                ? "the records of " + first.owner() + " are not served: it is " + what
                : "the records of "
                    + names
                    + " names are not served: they are "
                    + what
                    + "; one is "
                    + first.owner());
  }
}
