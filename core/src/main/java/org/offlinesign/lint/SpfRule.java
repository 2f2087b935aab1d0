package org.offlinesign.lint;

import java.nio.charset.StandardCharsets;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.Breaches;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SourceRecord;
import org.offlinesign.zonefile.LintCode;

/** A name has one SPF policy at most, and has it as TXT (RFC 7208 §3). */
final class SpfRule implements LintRule {
  private static final byte[] VERSION = "v=spf1".getBytes(StandardCharsets.US_ASCII);

  private final Breaches breaches;

  SpfRule(Breaches breaches) {
    this.breaches = breaches;
  }

  @Override
  public void check(OwnerNode node, NodeKind kind) {
    if (!kind.isInChain()) {
      return;
    }
    NodeRrset texts = node.rrset(RecordType.TXT);
    int policies = 0;
    for (int i = 0; texts != null && i < texts.size(); i++) {
      policies += isPolicy(texts, i) ? 1 : 0;
      if (policies == 2 && isPolicy(texts, i)) {
        breaches.add(
            LintCode.SPF_NOT_ALONE,
            new SourceRecord(node, texts, i),
            node + " has more than one SPF policy, so that receivers follow none");
      }
    }
    checkType(node, policies);
  }

  private void checkType(OwnerNode node, int policies) {
    NodeRrset spf = node.rrset(RecordType.SPF);
    if (spf != null && policies == 0) {
      breaches.add(
          LintCode.SPF_TYPE_ALONE,
          SourceRecord.first(node, spf),
          node + " has an SPF policy as type SPF alone, where nobody looks; publish it as TXT");
    }
  }

  /** RFC 7208 §4.5: the version is followed by a space or by nothing. */
  private static boolean isPolicy(NodeRrset texts, int record) {
    byte[] octets = texts.octets();
    int at = texts.typedOffset(record) + 1;
    int end = texts.typedOffset(record) + texts.rdataLength(record);
    for (byte octet : VERSION) {
      if (at == end || octets[at] != octet) {
        return false;
      }
      at++;
    }
    return at == end || octets[at] == ' ';
  }
}
