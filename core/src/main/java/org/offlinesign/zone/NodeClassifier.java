package org.offlinesign.zone;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.WireWriter;

/**
 * Decides what each name of a zone is. The only place where that is decided.
 *
 * <p>Takes the names in canonical order. Since all names below a cut or a DNAME record follow it
 * without a gap, it holds one name: the topmost cut or DNAME that covers those to come. Not thread
 * safe.
 */
public final class NodeClassifier {
  private final byte[] apexKey;
  private byte @Nullable [] coverKey;
  private NodeKind cover = NodeKind.OCCLUDED;
  private final Map<NodeKind, Long> counts = new EnumMap<>(NodeKind.class);

  /** Creates a classifier for the zone with a name. */
  public NodeClassifier(DnsName apex) {
    WireWriter key = new WireWriter(DnsName.MAX_WIRE_LENGTH);
    apex.canonicalKey().writeTo(key);
    this.apexKey = key.toByteArray();
  }

  /** Returns what the next name is. */
  public NodeKind classify(OwnerNode node) {
    NodeKind kind = kindOf(node);
    counts.merge(kind, 1L, Long::sum);
    return kind;
  }

  /** Says of an occluded name, classified last, whether a DNAME record hides it and not a cut. */
  public boolean isBelowDname() {
    return coverKey != null && cover == NodeKind.OCCLUDED;
  }

  /** Returns how many names of a kind there have been. */
  public long count(NodeKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  private NodeKind kindOf(OwnerNode node) {
    if (!node.isAtOrBelow(apexKey)) {
      return NodeKind.OUT_OF_ZONE;
    }
    if (node.keyLength() == apexKey.length) {
      return apex(node);
    }
    if (coverKey != null && node.isAtOrBelow(coverKey)) {
      return covered(node);
    }
    if (node.has(RecordType.NS)) {
      // RFC 6672 §2.3 forbids NS beside DNAME here; where both stand the cut hides the DNAME.
      coverKey = key(node);
      cover = NodeKind.DELEGATION;
      return NodeKind.DELEGATION;
    }
    coverByDname(node);
    return NodeKind.AUTHORITATIVE;
  }

  private NodeKind apex(OwnerNode node) {
    coverByDname(node);
    return NodeKind.APEX;
  }

  /** RFC 6672 §2.3: below a name with a DNAME record there is nothing, but the name is there. */
  private void coverByDname(OwnerNode node) {
    if (node.has(RecordType.DNAME)) {
      coverKey = key(node);
      cover = NodeKind.OCCLUDED;
    }
  }

  private NodeKind covered(OwnerNode node) {
    if (cover == NodeKind.DELEGATION) {
      boolean address = node.has(RecordType.A) || node.has(RecordType.AAAA);
      return address ? NodeKind.GLUE : NodeKind.OCCLUDED;
    }
    return isHashedOwner(node) ? NodeKind.AUTHORITATIVE : NodeKind.OCCLUDED;
  }

  /** RFC 5155 §3: NSEC3 records stand directly below the apex, even one with a DNAME record. */
  private boolean isHashedOwner(OwnerNode node) {
    return coverKey != null
        && coverKey.length == apexKey.length
        && isOneLabelBelowApex(node)
        && node.rrsets().stream().allMatch(NodeClassifier::isOfNsec3);
  }

  private boolean isOneLabelBelowApex(OwnerNode node) {
    int at = apexKey.length;
    while (node.octets()[at] != 0) {
      at++;
    }
    return at + 1 == node.keyLength();
  }

  private static boolean isOfNsec3(NodeRrset rrset) {
    return rrset.type() == RecordType.NSEC3.code() || rrset.type() == RecordType.RRSIG.code();
  }

  private static byte[] key(OwnerNode node) {
    return Arrays.copyOf(node.octets(), node.keyLength());
  }
}
