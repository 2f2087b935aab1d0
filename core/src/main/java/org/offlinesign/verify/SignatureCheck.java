package org.offlinesign.verify;

import java.util.List;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks all signatures at a name: that each RRset has those that it must have (RFC 4035 §2.2),
 * that each is valid (RFC 4035 §5.3), and that nothing else is signed.
 */
final class SignatureCheck implements NodeCheck {
  private final SignatureRules rules;
  private final KeyVerifiers verifiers;

  SignatureCheck(SignatureRules rules, KeyVerifiers verifiers) {
    this.rules = rules;
    this.verifiers = verifiers;
  }

  @Override
  public void foresee(List<NodeUnit> units) {
    verifiers.foresee(units);
  }

  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    OwnerNode node = unit.node();
    RrsigCursor rrsig = new RrsigCursor(node);
    verifiers.turnTo(unit);
    // RRsets ascend by type, and signatures by the type that they cover.
    for (NodeRrset rrset : node.rrsets()) {
      if (unit.kind().isSigned(rrset.type())) {
        reportStrays(rrsig, rrset.type(), unit.kind(), outcome.findings());
        checkRrset(new SignedRrset(node, rrset), rrsig, outcome);
      }
    }
    reportStrays(rrsig, Integer.MAX_VALUE, unit.kind(), outcome.findings());
  }

  private void checkRrset(SignedRrset signed, RrsigCursor rrsig, NodeOutcome outcome) {
    RrsetCheck check = new RrsetCheck(rules, verifiers, signed, outcome);
    while (!rrsig.isAtEnd() && rrsig.typeCovered() == signed.rrset().type()) {
      check.verify(rrsig);
      rrsig.advance();
    }
    check.end();
  }

  /** Passes signatures of types below a bound: no RRset has claimed them. */
  private static void reportStrays(RrsigCursor rrsig, int bound, NodeKind kind, Findings findings) {
    while (!rrsig.isAtEnd() && rrsig.typeCovered() < bound) {
      RecordType covered = RecordType.of(rrsig.typeCovered());
      if (kind.isSigned(covered.code())) {
        findings.add(
            FindingCode.RRSIG_WITHOUT_RRSET,
            rrsig.subject(),
            "the signature covers " + covered + ", but there are no such records");
      } else {
        findings.add(
            FindingCode.RRSIG_UNEXPECTED,
            rrsig.subject(),
            covered + " must not be signed " + place(kind));
      }
      rrsig.advance();
    }
  }

  private static String place(NodeKind kind) {
    return switch (kind) {
      case APEX, AUTHORITATIVE -> "at all";
      case DELEGATION -> "at a delegation";
      case GLUE -> "below a delegation, where addresses are glue";
      case OCCLUDED -> "below a delegation or a DNAME";
      case OUT_OF_ZONE -> "outside the zone";
    };
  }
}
