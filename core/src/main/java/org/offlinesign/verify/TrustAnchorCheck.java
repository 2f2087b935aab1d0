package org.offlinesign.verify;

import java.util.List;
import org.offlinesign.key.Algorithm;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks that trust gets into the zone: that an anchor is a key of its DNSKEY RRset that signs it
 * (RFC 4035 §5.2).
 */
final class TrustAnchorCheck {
  private final TrustAnchors anchors;
  private final OwnerNode apex;
  private final NodeRrset rrset;
  private final ZoneKeys keys;

  TrustAnchorCheck(TrustAnchors anchors, OwnerNode apex, NodeRrset rrset, ZoneKeys keys) {
    this.anchors = anchors;
    this.apex = apex;
    this.rrset = rrset;
    this.keys = keys;
  }

  /** Reports, once all signatures have been checked. */
  void report(NodeOutcome total) {
    Findings findings = total.findings();
    if (anchors.areAbsent()) {
      return;
    }
    if (anchors.areAllUnusable()) {
      add(
          findings,
          FindingCode.TRUST_ANCHOR_UNSUPPORTED,
          "no trust anchor has a digest and an algorithm that this program knows; the zone was"
              + " judged without them");
      return;
    }
    reportRevoked(findings);
    reportSha1(findings);
    List<ApexKey> anchored = keys.all().stream().filter(keys::isAnchored).toList();
    if (anchored.isEmpty()) {
      add(
          findings,
          FindingCode.TRUST_ANCHOR_UNMATCHED,
          "expected a key that a trust anchor names (" + anchors.tags() + ") but found none");
    } else if (anchored.stream().noneMatch(total.tally()::signsKeySetNow)) {
      add(
          findings,
          FindingCode.TRUST_ANCHOR_NOT_SIGNING,
          "expected a valid signature by " + words(anchored) + " but found none");
    } else {
      reportAlgorithms(findings);
    }
  }

  private void reportRevoked(Findings findings) {
    for (ApexKey key : keys.all()) {
      if (anchors.includeRevoked(key.dnskey())) {
        findings.add(
            FindingCode.TRUST_ANCHOR_REVOKED,
            Subject.of(apex, rrset, key.index()),
            key + " is a trust anchor and is revoked");
      }
    }
  }

  private void reportSha1(Findings findings) {
    if (anchors.dependOnSha1()) {
      add(
          findings,
          FindingCode.TRUST_ANCHOR_SHA1,
          "the trust anchors are digests by SHA-1, on which validators do not rely any more");
    }
  }

  // RFC 6840 §5.11: each algorithm of the DS RRset is one of the DNSKEY RRset, too; that it signs
  // is then seen with all other RRsets.
  private void reportAlgorithms(Findings findings) {
    for (int algorithm : anchors.algorithms()) {
      if (keys.all().stream()
          .noneMatch(key -> key.isTrusted() && key.dnskey().algorithm() == algorithm)) {
        add(
            findings,
            FindingCode.TRUST_ANCHOR_ALGORITHM,
            "expected a key of "
                + Algorithm.nameOf(algorithm)
                + ", of which there is a trust anchor, but found none");
      }
    }
  }

  private void add(Findings findings, FindingCode code, String message) {
    findings.add(code, Subject.of(apex, rrset), message);
  }

  private static String words(List<ApexKey> anchored) {
    return String.join(" or ", anchored.stream().map(ApexKey::toString).toList());
  }
}
