package org.offlinesign.verify;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.AlgorithmPolicy;
import org.offlinesign.key.Requirement;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Holds the algorithms of a zone to what the standards say of them today (RFC 9904, RFC 9905). */
final class AlgorithmPolicyCheck {
  private final OwnerNode apex;
  private final NodeRrset rrset;
  private final List<ApexKey> keys;

  AlgorithmPolicyCheck(OwnerNode apex, NodeRrset rrset, List<ApexKey> keys) {
    this.apex = apex;
    this.rrset = rrset;
    this.keys = keys.stream().filter(ApexKey::isTrusted).toList();
  }

  /**
   * Reports each algorithm once, at its first key.
   *
   * @param signing the algorithms that sign the zone
   */
  void report(List<Integer> signing, Findings findings) {
    boolean relied = signing.stream().anyMatch(AlgorithmPolicyCheck::isReliable);
    Set<Integer> seen = new TreeSet<>();
    for (ApexKey key : keys) {
      if (seen.add(key.dnskey().algorithm())) {
        report(key, relied, findings);
      }
    }
  }

  /** An algorithm of which no standard speaks is for those to judge who use it. */
  private static boolean isReliable(int algorithm) {
    return AlgorithmPolicy.of(algorithm).map(AlgorithmPolicy::reliable).orElse(true);
  }

  private void report(ApexKey key, boolean relied, Findings findings) {
    int algorithm = key.dnskey().algorithm();
    AlgorithmPolicy policy = AlgorithmPolicy.of(algorithm).orElse(null);
    if (policy == null || !policy.signing().isAgainst()) {
      return;
    }
    FindingCode code =
        policy.signing() == Requirement.NOT_RECOMMENDED
            ? FindingCode.ALGORITHM_NOT_RECOMMENDED
            : relied ? FindingCode.ALGORITHM_DEPRECATED : FindingCode.ALGORITHM_NOT_RELIED_ON;
    findings.add(
        code,
        Subject.of(apex, rrset, key.index()),
        "signing with "
            + Algorithm.nameOf(algorithm)
            + ": "
            + policy.signing()
            + ", says "
            + policy.citation());
  }
}
