package org.offlinesign.lint;

import java.util.stream.IntStream;
import org.offlinesign.key.AlgorithmPolicy;
import org.offlinesign.key.DigestPolicy;
import org.offlinesign.key.Requirement;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/**
 * A delegation with DS records has one that validators go by today (RFC 9905, RFC 9906): if not,
 * they treat the child as if it were not signed.
 */
final class DsRule implements LintRule {
  // RFC 4034 §5.1: they follow the key tag.
  private static final int ALGORITHM_OFFSET = 2;
  private static final int DIGEST_TYPE_OFFSET = 3;

  private final Breaches breaches;

  DsRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    NodeRrset ds = node.rrset(RecordType.DS);
    if (kind == NodeKind.DELEGATION
        && ds != null
        && IntStream.range(0, ds.size()).noneMatch(record -> isAccepted(ds, record))) {
      breaches.add(
          LintCode.DS_NOT_ACCEPTED,
          SourceRecord.first(node, ds),
          node
              + " has DS records of algorithms or digests only that validators must not rely on,"
              + " so that they treat it as not signed");
    }
  }

  /** Numbers of which no standard speaks are taken for those of the future. */
  private static boolean isAccepted(NodeRrset ds, int record) {
    int at = ds.typedOffset(record);
    int algorithm = ds.octets()[at + ALGORITHM_OFFSET] & 0xff;
    int digestType = ds.octets()[at + DIGEST_TYPE_OFFSET] & 0xff;
    return AlgorithmPolicy.of(algorithm).map(AlgorithmPolicy::reliable).orElse(true)
        && DigestPolicy.of(digestType)
            .map(policy -> policy.delegation() != Requirement.MUST_NOT)
            .orElse(true);
  }
}
