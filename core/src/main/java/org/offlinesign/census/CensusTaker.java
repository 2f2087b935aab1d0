package org.offlinesign.census;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeObserver;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Counts what a zone is made of, name by name.
 *
 * <p>Holds a number for each type, for each day that signatures end on (of which RRSIG records can
 * name 49,711) and for each of 256 keys, and the delegations that are to be listed. For one thread.
 */
public final class CensusTaker implements NodeObserver {
  private final TypeCount types = new TypeCount();
  private final SignatureCount signatures;
  private final DelegationCount delegations;
  private @Nullable Serial serial;

  /**
   * Creates one that has counted nothing.
   *
   * @param now what times of signatures, which have 32 bits, are near to
   * @param mostDelegations how many delegations are listed
   */
  public CensusTaker(Instant now, int mostDelegations) {
    this.signatures = new SignatureCount(now);
    this.delegations = new DelegationCount(mostDelegations);
  }

  @Override
  public void enter(OwnerNode node, NodeKind kind) {
    for (NodeRrset rrset : node.rrsets()) {
      types.add(rrset, node.ownerLength());
    }
    NodeRrset rrsigs = node.rrset(RecordType.RRSIG);
    if (rrsigs != null && kind.isInChain()) {
      signatures.add(rrsigs);
    }
    if (kind == NodeKind.DELEGATION) {
      delegations.add(node);
    } else if (kind == NodeKind.APEX) {
      serial = serialOf(node.rrset(RecordType.SOA));
    }
  }

  private static @Nullable Serial serialOf(@Nullable NodeRrset soa) {
    return soa == null ? null : soa.view(0, Soa::from).serial();
  }

  /** Returns what has been counted. */
  public ZoneCensus census() {
    return new ZoneCensus(
        Optional.ofNullable(serial),
        types.figures(),
        signatures.days(),
        signatures.signers(),
        delegations.figures());
  }
}
