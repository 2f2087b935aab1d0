package org.offlinesign.sign;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/** Puts the names of a zone, and the records that prove what it does not hold, into their order. */
interface DenialRecords extends Closeable {
  /** Takes work in the order in which it is to stand in the zone. */
  @FunctionalInterface
  interface Units {
    void add(SigningUnit unit) throws IOException;
  }

  /**
   * Returns what makes the records of the way that a zone takes.
   *
   * @param ttl that of the records
   */
  static DenialRecords of(SigningContext context, Ttl ttl, ZoneFaults faults, Units units) {
    Denial denial = context.request().denial();
    return denial instanceof Nsec3 nsec3
        ? new Nsec3Records(context, new Nsec3Records.Plan(nsec3, ttl), faults, units)
        : new NsecRecords(context, ttl, units);
  }

  /**
   * Takes the next name in canonical order; the first is the apex.
   *
   * @param old signatures of the input that may stay
   */
  void add(OwnerNode node, NodeKind kind, OldSignatures old) throws IOException;

  /** Takes old signatures at a name that has no other records now. */
  void addOld(DnsName owner, List<OldSignature> old) throws IOException;

  /** Hears that there are no more names. */
  void endNames() throws IOException;

  /** Takes what became of names. */
  void take(SignedBlock block) throws IOException;

  /** Adds the records that could not be made before all names had been taken. */
  void finish() throws IOException;
}
