package org.offlinesign.verify;

import java.util.Objects;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** An RRset that must be signed, and its owner. */
record SignedRrset(OwnerNode node, NodeRrset rrset) {
  /** Returns the RRset as the subject of a finding. */
  Subject subject() {
    return Subject.of(node, rrset);
  }

  /** Returns the missing signatures of the RRset as the subject of a finding. */
  Subject missingSignature() {
    return Subject.missing(node, RecordType.RRSIG, rrset, 0);
  }

  /** Returns one of the RRSIG records of the name as the subject of a finding. */
  Subject signature(int record) {
    NodeRrset rrsigs = Objects.requireNonNull(node.rrset(RecordType.RRSIG));
    return Subject.of(node, rrsigs, record);
  }

  /** Says whether it is the DNSKEY RRset of a zone. */
  boolean isKeySetOf(DnsName zone) {
    return rrset.type() == RecordType.DNSKEY.code() && isAtApexOf(zone);
  }

  /** Says whether it stands at the zone's name. */
  boolean isAtApexOf(DnsName zone) {
    // What must be signed is in the zone, so no other name is as short as the zone's.
    return node.ownerLength() == zone.wireLength();
  }

  RecordType type() {
    return RecordType.of(rrset.type());
  }
}
