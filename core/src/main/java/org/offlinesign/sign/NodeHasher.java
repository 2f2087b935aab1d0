package org.offlinesign.sign;

import org.offlinesign.denial.HashedNames;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Hashes names for an NSEC3 chain with their types. For one thread; holds one batch of hashes. */
final class NodeHasher {
  private final HashedNames names;
  private final TypeBitmap types = new TypeBitmap();

  NodeHasher(Nsec3Parameters parameters) {
    this.names = new HashedNames(parameters);
  }

  void clear() {
    names.clear();
  }

  /** Hashes a name, and the empty non-terminals that come with it. */
  void add(SigningUnit.Node unit) {
    OwnerNode node = unit.node();
    byte[] octets = node.octets();
    int at = node.ownerOffset();
    int end = at + node.ownerLength();
    for (int i = 0; i < unit.hashed(); i++) {
      types.clear();
      if (i == 0) {
        addTypes(node, unit.kind());
      }
      names.add(octets, at, end - at, types);
      at += 1 + octets[at];
    }
  }

  private void addTypes(OwnerNode node, NodeKind kind) {
    for (NodeRrset rrset : node.rrsets()) {
      if (kind.isInBitmap(rrset.type())) {
        types.add(rrset.type());
      }
      // RFC 5155 §7.1: an insecure delegation owns no signature. The NSEC3 record stands elsewhere.
      if (kind.isSigned(rrset.type())) {
        types.add(RecordType.RRSIG.code());
      }
    }
  }

  byte[] toByteArray() {
    return names.toByteArray();
  }
}
