package org.offlinesign.verify;

import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Says of a zone with a chain of NSEC3 records that the chain was not looked at. */
final class Nsec3Unchecked implements DenialCheck {
  private final OwnerNode apex;
  private final NodeRrset parameters;

  Nsec3Unchecked(OwnerNode apex, NodeRrset parameters) {
    this.apex = apex;
    this.parameters = parameters;
  }

  @Override
  public NodeUnit enter(OwnerNode node, NodeKind kind) {
    return new NodeUnit(node, kind, null);
  }

  @Override
  public NodeCheck newNodeCheck() {
    return (unit, outcome) -> {};
  }

  @Override
  public void finish(Findings findings) {
    findings.add(
        FindingCode.NSEC3_UNCHECKED,
        Subject.of(apex, parameters),
        "the signatures were checked, the chain of NSEC3 records was not");
  }
}
