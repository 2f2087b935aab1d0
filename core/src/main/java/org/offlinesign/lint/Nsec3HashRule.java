package org.offlinesign.lint;

import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/**
 * The next hash of an NSEC3 record is as long as its hash algorithm makes it (RFC 5155 §3.1.7): no
 * name has another, and servers do not load it.
 */
final class Nsec3HashRule implements LintRule {
  private static final int SHA1 = 1;
  private static final int SHA1_LENGTH = 20;

  /** Algorithm, flags and iterations. */
  private static final int SALT_LENGTH_OFFSET = 4;

  private final Breaches breaches;

  Nsec3HashRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    NodeRrset nsec3 = node.rrset(RecordType.NSEC3);
    for (int i = 0; nsec3 != null && i < nsec3.size(); i++) {
      int at = nsec3.typedOffset(i);
      int length = hashLength(nsec3.octets(), at);
      if (nsec3.octets()[at] == SHA1 && length != SHA1_LENGTH) {
        breaches.add(
            LintCode.NSEC3_HASH_LENGTH,
            new SourceRecord(node, nsec3, i),
            "expected a next hash of 20 octets for hash algorithm 1 but found " + length);
      }
    }
  }

  private static int hashLength(byte[] octets, int rdata) {
    int saltLength = octets[rdata + SALT_LENGTH_OFFSET] & 0xff;
    return octets[rdata + SALT_LENGTH_OFFSET + 1 + saltLength] & 0xff;
  }
}
