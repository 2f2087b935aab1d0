package org.offlinesign.verify;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zone.SortedZone;

/**
 * Checks the records by which a zone proves what it does not hold: NSEC, NSEC3, or both while a
 * zone goes from one to the other (RFC 5155 §10.4).
 */
final class DenialCheck implements Closeable {
  private final ZoneApex apex;
  private final Nsec3Publication publication;
  private final Nsec3Check nsec3;
  private final @Nullable NsecCheck nsec;

  private DenialCheck(
      ZoneApex apex, Nsec3Publication publication, Nsec3Check nsec3, @Nullable NsecCheck nsec) {
    this.apex = apex;
    this.publication = publication;
    this.nsec3 = nsec3;
    this.nsec = nsec;
  }

  /** Finds out which chains a zone has, and reports what is wrong with that. */
  static DenialCheck of(ZoneApex apex, SortedZone zone, SortBudget budget, Findings findings)
      throws IOException {
    Nsec3PublicationReader reader = new Nsec3PublicationReader(apex, findings);
    Nsec3Publication publication = reader.read();
    boolean hasNsec = apex.has(RecordType.NSEC);
    if (!hasNsec && publication.chains().isEmpty() && !publication.unchecked()) {
      Optional<Nsec3Publication> found = reader.search(zone);
      publication = found.orElse(publication);
      // A zone without anything is asked for NSEC, which is what every zone may have.
      hasNsec = found.isEmpty();
    }
    return new DenialCheck(
        apex,
        publication,
        new Nsec3Check(apex.node().owner(), publication.chains(), budget),
        hasNsec ? new NsecCheck(apex) : null);
  }

  /**
   * Takes the next name, in canonical order, on the thread that reads the zone, and says what the
   * check of that name needs to know.
   */
  NodeUnit enter(OwnerNode node, NodeKind kind) {
    boolean inChain = isInChain(node, kind);
    if (!inChain) {
      return new NodeUnit(node, kind, false, null, List.of());
    }
    OwnerNode predecessor = nsec == null ? null : nsec.enter(node);
    return new NodeUnit(node, kind, true, predecessor, nsec3.enter(node, kind));
  }

  /** RFC 4035 §2.3: the records of a chain, and their signatures, do not put a name into one. */
  private static boolean isInChain(OwnerNode node, NodeKind kind) {
    for (NodeRrset rrset : node.rrsets()) {
      if (kind.isInBitmap(rrset.type())) {
        return true;
      }
    }
    return false;
  }

  /** Returns the part of the check that any thread can do. */
  NodeCheck newNodeCheck() {
    NodeCheck ofNsec3 = new Nsec3NodeCheck(publication, apex);
    NodeCheck ofNsec = nsec == null ? new NsecAbsenceCheck() : nsec.newNodeCheck();
    return (unit, outcome) -> {
      ofNsec.check(unit, outcome);
      ofNsec3.check(unit, outcome);
    };
  }

  /** Takes what was found at some names, in canonical order. */
  void collect(NodeOutcome outcome) throws IOException {
    nsec3.collect(outcome.hashes());
  }

  /** Reports what can be said only after the last name. */
  void finish(Findings findings) throws IOException {
    if (nsec != null) {
      nsec.finish(findings);
    }
    nsec3.finish(findings);
  }

  @Override
  public void close() throws IOException {
    nsec3.close();
  }
}
