package org.offlinesign.verify;

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

  RecordType type() {
    return RecordType.of(rrset.type());
  }
}
