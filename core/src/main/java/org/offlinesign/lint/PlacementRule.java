package org.offlinesign.lint;

import java.util.Map;
import java.util.Set;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** Records of some types have their place at the apex, at a cut, or not at a wildcard. */
final class PlacementRule implements LintRule {
  private static final Map<RecordType, LintCode> ONLY_AT_APEX =
      Map.of(
          RecordType.DNSKEY, LintCode.DNSKEY_BELOW_APEX,
          RecordType.NSEC3PARAM, LintCode.NSEC3PARAM_BELOW_APEX,
          RecordType.CDS, LintCode.CDS_BELOW_APEX,
          RecordType.CDNSKEY, LintCode.CDS_BELOW_APEX,
          RecordType.CSYNC, LintCode.CSYNC_BELOW_APEX,
          RecordType.ZONEMD, LintCode.ZONEMD_BELOW_APEX);

  private static final Map<RecordType, LintCode> NOT_AT_WILDCARD =
      Map.of(
          RecordType.NS, LintCode.WILDCARD_NS,
          RecordType.DNAME, LintCode.WILDCARD_DNAME,
          RecordType.DS, LintCode.WILDCARD_DS);

  /** What a parent has at a cut, the addresses of the child's own name included. */
  private static final Set<RecordType> AT_CUT =
      Set.of(
          RecordType.NS,
          RecordType.DS,
          RecordType.A,
          RecordType.AAAA,
          RecordType.NSEC,
          RecordType.RRSIG,
          // NodeRules has an error for each of these.
          RecordType.SOA,
          RecordType.CNAME,
          RecordType.DNAME);

  private final Breaches breaches;

  PlacementRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    switch (kind) {
      case APEX -> checkApex(node);
      case AUTHORITATIVE -> checkBelowApex(node);
      case DELEGATION -> checkCut(node);
      case GLUE, OCCLUDED, OUT_OF_ZONE -> {
        // UnservedRule tells of them.
      }
    }
    if (kind.isInChain() && node.isWildcard()) {
      checkWildcard(node);
    }
  }

  private void checkApex(OwnerNode node) {
    NodeRrset ds = node.rrset(RecordType.DS);
    if (ds != null) {
      breaches.add(
          LintCode.DS_AT_APEX,
          SourceRecord.first(node, ds),
          node + " is the apex and has a DS record, whose place is the parent");
    }
  }

  private void checkBelowApex(OwnerNode node) {
    if (isBootstrapSignal(node)) {
      return;
    }
    for (NodeRrset rrset : node.rrsets()) {
      LintCode code = ONLY_AT_APEX.get(RecordType.of(rrset.type()));
      if (code != null) {
        SourceRecord record = SourceRecord.first(node, rrset);
        breaches.add(
            code, record, node + " has a " + record.type() + " record, whose place is the apex");
      }
    }
  }

  /** RFC 9615 §4.1.1: copies of the CDS and CDNSKEY records of other zones. */
  private static boolean isBootstrapSignal(OwnerNode node) {
    return node.toString().regionMatches(true, 0, "_dsboot.", 0, "_dsboot.".length());
  }

  private void checkCut(OwnerNode node) {
    for (NodeRrset rrset : node.rrsets()) {
      if (!AT_CUT.contains(RecordType.of(rrset.type()))) {
        SourceRecord record = SourceRecord.first(node, rrset);
        breaches.add(
            LintCode.DATA_AT_CUT,
            record,
            node + " is delegated, so that its " + record.type() + " records are not served here");
      }
    }
  }

  private void checkWildcard(OwnerNode node) {
    NOT_AT_WILDCARD.forEach(
        (type, code) -> {
          NodeRrset rrset = node.rrset(type);
          if (rrset != null) {
            breaches.add(
                code,
                SourceRecord.first(node, rrset),
                "the wildcard "
                    + node
                    + " has a "
                    + type
                    + " record; servers do not agree on what that means");
          }
        });
  }
}
