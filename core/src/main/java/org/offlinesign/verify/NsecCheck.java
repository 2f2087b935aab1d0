package org.offlinesign.verify;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks a chain of NSEC records: a record at each name that has authoritative data or is a
 * delegation, and at no other; each names the types at its owner and leads to the next owner, the
 * last one back to the apex (RFC 4034 §4, RFC 4035 §2.3).
 */
final class NsecCheck implements DenialCheck {
  private final OwnerNode apex;
  private final OptionalLong ttl;
  private @Nullable OwnerNode last;

  NsecCheck(ZoneApex apex) {
    this.apex = apex.node();
    this.ttl = apex.denialTtl();
  }

  @Override
  public NodeUnit enter(OwnerNode node, NodeKind kind) {
    if (!belongsToChain(node, kind)) {
      return new NodeUnit(node, kind, null);
    }
    NodeUnit unit = new NodeUnit(node, kind, last);
    last = node;
    return unit;
  }

  /** RFC 4035 §2.3: NSEC must not be the only RRset at a name, its signature not counted. */
  static boolean belongsToChain(OwnerNode node, NodeKind kind) {
    for (NodeRrset rrset : node.rrsets()) {
      if (kind.isInBitmap(rrset.type())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public NodeCheck newNodeCheck() {
    return new NsecNodeCheck(ttl);
  }

  @Override
  public void finish(Findings findings) {
    if (last != null) {
      NsecNodeCheck.checkLink(last, apex, findings);
    }
  }
}
