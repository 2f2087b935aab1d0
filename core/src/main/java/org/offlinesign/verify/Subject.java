package org.offlinesign.verify;

import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * What a finding is about.
 *
 * @param file the index of the file
 * @param line 0 if it is about the file as a whole
 */
record Subject(DnsName owner, RecordType type, int file, int line, int column) {
  /** Returns a record as the subject. */
  static Subject of(OwnerNode node, NodeRrset rrset, int record) {
    return missing(node, RecordType.of(rrset.type()), rrset, record);
  }

  /** Returns an RRset as the subject; its first record stands for it. */
  static Subject of(OwnerNode node, NodeRrset rrset) {
    return of(node, rrset, 0);
  }

  /** Returns an RRset that should be at a name; the name's first record says where that is. */
  static Subject missing(OwnerNode node, RecordType type) {
    return missing(node, type, node.rrsets().get(0), 0);
  }

  /** Returns an RRset that should be beside a record. */
  static Subject missing(OwnerNode node, RecordType type, NodeRrset beside, int record) {
    return new Subject(
        node.owner(), type, beside.file(record), beside.line(record), beside.column(record));
  }

  /** Returns an RRset that should be somewhere in the first file. */
  static Subject missing(DnsName owner, RecordType type) {
    return new Subject(owner, type, 0, 0, 0);
  }
}
