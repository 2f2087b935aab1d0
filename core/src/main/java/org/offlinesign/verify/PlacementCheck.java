package org.offlinesign.verify;

import java.util.Map;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;

/**
 * Reports records where they mean nothing: those of the apex elsewhere, and all outside the zone.
 */
final class PlacementCheck implements NodeCheck {
  private static final Map<Integer, FindingCode> OF_APEX =
      Map.of(
          RecordType.DNSKEY.code(), FindingCode.DNSKEY_NOT_AT_APEX,
          RecordType.CDS.code(), FindingCode.CDS_NOT_AT_APEX,
          RecordType.CDNSKEY.code(), FindingCode.CDS_NOT_AT_APEX,
          RecordType.ZONEMD.code(), FindingCode.ZONEMD_NOT_AT_APEX);

  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    if (unit.kind() == NodeKind.AUTHORITATIVE) {
      checkTypes(unit, outcome.findings());
    } else if (unit.kind() == NodeKind.OUT_OF_ZONE) {
      reportOutside(unit, outcome.findings());
    }
  }

  private static void checkTypes(NodeUnit unit, Findings findings) {
    for (NodeRrset rrset : unit.node().rrsets()) {
      FindingCode code = OF_APEX.get(rrset.type());
      if (code != null) {
        findings.add(
            code,
            Subject.of(unit.node(), rrset),
            "expected " + RecordType.of(rrset.type()) + " records at the apex of the zone only");
      }
    }
  }

  private static void reportOutside(NodeUnit unit, Findings findings) {
    findings.add(
        FindingCode.OUT_OF_ZONE,
        Subject.of(unit.node(), unit.node().rrsets().get(0)),
        "the name is not in the zone; no server answers from it");
  }
}
