package org.offlinesign.verify;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;

/**
 * Reports NSEC records in a zone that has none at its apex and uses NSEC3: resolvers that answer
 * from NSEC records they have seen (RFC 8198) would go by a chain that nobody keeps.
 */
final class NsecAbsenceCheck implements NodeCheck {
  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    NodeRrset nsec = unit.node().rrset(RecordType.NSEC);
    if (nsec != null && unit.kind() != NodeKind.OUT_OF_ZONE) {
      outcome
          .findings()
          .add(
              FindingCode.NSEC_UNEXPECTED,
              Subject.of(unit.node(), nsec),
              "expected no NSEC record: the zone uses NSEC3 and has no NSEC record at its apex");
    }
  }
}
