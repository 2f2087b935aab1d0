package org.offlinesign.verify;

import java.util.List;
import java.util.function.Predicate;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.AlgorithmPolicy;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Checks DS records: where they stand, and whether a validator gets into the child by them. */
final class DelegationCheck implements NodeCheck {
  @Override
  public void check(NodeUnit unit, NodeOutcome outcome) {
    NodeRrset ds = unit.node().rrset(RecordType.DS);
    if (ds != null) {
      check(unit.node(), unit.kind(), ds, outcome.findings());
    }
  }

  private static void check(OwnerNode node, NodeKind kind, NodeRrset rrset, Findings findings) {
    switch (kind) {
      case APEX ->
          findings.add(
              FindingCode.DS_AT_APEX,
              Subject.of(node, rrset),
              "the DS records of the zone stand in its parent");
      case AUTHORITATIVE ->
          findings.add(
              FindingCode.DS_WITHOUT_NS,
              Subject.of(node, rrset),
              "expected NS records beside DS records but found none");
      case DELEGATION -> checkDelegation(node, rrset, findings);
      // It is occluded, and nobody sees it.
      case GLUE, OCCLUDED, OUT_OF_ZONE -> {}
    }
  }

  private static void checkDelegation(OwnerNode node, NodeRrset rrset, Findings findings) {
    List<Ds> records = NodeRrset.views(rrset, Ds::from);
    for (int record = 0; record < records.size(); record++) {
      checkKnown(records.get(record), Subject.of(node, rrset, record), findings);
    }
    checkPolicy(records.stream().filter(DelegationCheck::isKnown).toList(), node, findings);
    checkTtl(node, rrset, findings);
  }

  private static void checkKnown(Ds ds, Subject subject, Findings findings) {
    if (DigestType.of(ds.digestType()).isEmpty()) {
      findings.add(
          FindingCode.DS_DIGEST_UNSUPPORTED,
          subject,
          "the digest type " + ds.digestType() + " is not known");
    }
    if (Algorithm.of(ds.algorithm()).isEmpty()) {
      findings.add(
          FindingCode.DS_ALGORITHM_UNSUPPORTED,
          subject,
          ds.algorithm() == 0
              ? "0 is no algorithm"
              : "the algorithm " + ds.algorithm() + " is not known");
    }
  }

  private static boolean isKnown(Ds ds) {
    return DigestType.of(ds.digestType()).isPresent() && Algorithm.of(ds.algorithm()).isPresent();
  }

  /** What is not known is reported already, and says nothing of the rest. */
  private static void checkPolicy(List<Ds> known, OwnerNode node, Findings findings) {
    Predicate<Ds> sha1 = ds -> ds.digestType() == DigestType.SHA1.number();
    Predicate<Ds> relied = sha1.negate().and(ds -> isReliable(ds.algorithm()));
    Subject subject = Subject.missing(node, RecordType.DS);
    if (!known.isEmpty() && known.stream().noneMatch(relied)) {
      findings.add(
          FindingCode.DS_NOT_RELIED_ON,
          subject,
          "no DS record is by a digest and an algorithm that validators may rely on; they treat "
              + node
              + " as not signed");
    } else if (known.stream().anyMatch(sha1)) {
      findings.add(
          FindingCode.DS_SHA1, subject, "a DS record is by SHA-1, which no validator looks at");
    }
  }

  private static boolean isReliable(int algorithm) {
    return AlgorithmPolicy.of(algorithm).map(AlgorithmPolicy::reliable).orElse(true);
  }

  private static void checkTtl(OwnerNode node, NodeRrset rrset, Findings findings) {
    NodeRrset ns = node.rrset(RecordType.NS);
    if (ns != null && ns.ttl() != rrset.ttl()) {
      findings.add(
          FindingCode.DS_TTL,
          Subject.of(node, rrset),
          "expected the TTL of the NS records, " + ns.ttl() + ", but found " + rrset.ttl());
    }
  }
}
