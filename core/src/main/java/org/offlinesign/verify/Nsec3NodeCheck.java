package org.offlinesign.verify;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;

/**
 * Hashes the names that have a place in the NSEC3 chains, and checks the NSEC3 records at each
 * name.
 */
final class Nsec3NodeCheck implements NodeCheck {
  private final ExpectedHashes names;
  private final Nsec3RecordCheck records;

  Nsec3NodeCheck(Nsec3Publication publication, ZoneApex apex) {
    this.names = new ExpectedHashes(publication.chains());
    this.records = new Nsec3RecordCheck(publication, apex);
  }

  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    unit.closed().forEach(empty -> names.add(empty, outcome.hashes()));
    if (unit.isInChain()) {
      names.add(unit, outcome.hashes());
    }
    records.check(unit, outcome);
    checkParameters(unit, outcome.findings());
  }

  private static void checkParameters(NodeUnit unit, Findings findings) {
    NodeRrset params = unit.node().rrset(RecordType.NSEC3PARAM);
    if (params != null && unit.kind() == NodeKind.AUTHORITATIVE) {
      findings.add(
          FindingCode.NSEC3PARAM_NOT_AT_APEX,
          Subject.of(unit.node(), params),
          "expected NSEC3PARAM records at the apex of the zone only");
    }
  }
}
