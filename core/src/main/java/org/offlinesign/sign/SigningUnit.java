package org.offlinesign.sign;

import org.offlinesign.denial.NsecLink;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/** A piece of work that needs no neighbour. */
sealed interface SigningUnit {
  /** Returns a measure of the work and of the memory, at least one. */
  int weight();

  /** A name with its records. */
  record Node(OwnerNode node, NodeKind kind) implements SigningUnit {
    private static final int OCTETS_LIKE_A_SIGNATURE = 1024;

    @Override
    public int weight() {
      return node.rrsets().size() + node.octets().length / OCTETS_LIKE_A_SIGNATURE;
    }
  }

  /** A link of the NSEC chain. */
  record Link(NsecLink link, Ttl ttl) implements SigningUnit {
    @Override
    public int weight() {
      return 1;
    }
  }
}
