package org.offlinesign.verify;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;

/** Reports DNSKEY records at other names than the apex (RFC 4035 §2.1). */
final class KeyPlacementCheck implements NodeCheck {
  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    NodeRrset keys = unit.node().rrset(RecordType.DNSKEY);
    if (keys != null && unit.kind() == NodeKind.AUTHORITATIVE) {
      outcome
          .findings()
          .add(
              FindingCode.DNSKEY_NOT_AT_APEX,
              Subject.of(unit.node(), keys),
              "expected DNSKEY records at the apex of the zone only");
    }
  }
}
