package org.offlinesign.delegation;

import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Rrsig;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;

/**
 * An RRset at a zone's apex, and the signatures that cover it.
 *
 * @param signatures empty if it is not signed
 */
record SignedRecords(DnsName owner, NodeRrset rrset, List<Rrsig> signatures) {
  SignedRecords {
    signatures = List.copyOf(signatures);
  }

  RecordType type() {
    return RecordType.of(rrset.type());
  }
}
