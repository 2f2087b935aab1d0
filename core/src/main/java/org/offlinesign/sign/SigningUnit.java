package org.offlinesign.sign;

import org.offlinesign.denial.Nsec3Link;
import org.offlinesign.denial.NsecLink;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** A piece of work that needs no neighbour. */
sealed interface SigningUnit {
  /** What a signature weighs: making it and its text takes as long as the text of a few records. */
  int SIGNATURE = 8;

  /** Returns a measure of the work and of the memory, at least one. */
  int weight();

  /**
   * A name with its records.
   *
   * @param hashed how many names it puts into an NSEC3 chain: itself, and those of its nearest
   *     ancestors that are empty non-terminals met for the first time; 0 if it has no place there
   * @param old signatures that may stay, those of its NSEC record included
   */
  record Node(OwnerNode node, NodeKind kind, int hashed, OldSignatures old) implements SigningUnit {
    private static final int OCTETS_LIKE_A_RECORD = 128;

    @Override
    public int weight() {
      int weight = octets() / OCTETS_LIKE_A_RECORD;
      for (NodeRrset rrset : node.rrsets()) {
        weight += kind.isSigned(rrset.type()) ? SIGNATURE : 1;
      }
      return weight;
    }

    /** Returns how many octets the records and their comments have. */
    int octets() {
      int octets = node.octets().length;
      for (NodeRrset rrset : node.rrsets()) {
        octets += rrset.commentOctets();
      }
      return octets;
    }
  }

  /**
   * A link of an NSEC3 chain.
   *
   * @param fields what its record begins with
   * @param old signatures that may stay
   */
  record HashLink(Nsec3Link link, Nsec3Param fields, Ttl ttl, OldSignatures old)
      implements SigningUnit {
    @Override
    public int weight() {
      return SIGNATURE;
    }
  }

  /**
   * A link of an NSEC chain.
   *
   * @param old signatures that may stay
   */
  record Link(NsecLink link, Ttl ttl, OldSignatures old) implements SigningUnit {
    @Override
    public int weight() {
      return SIGNATURE;
    }
  }

  /** The ZONEMD RRset of the apex. */
  record Digest(OwnerNode apex, NodeRrset zonemd) implements SigningUnit {
    @Override
    public int weight() {
      return SIGNATURE;
    }
  }
}
