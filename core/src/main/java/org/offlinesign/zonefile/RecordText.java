package org.offlinesign.zonefile;

import org.offlinesign.wire.WireWriter;

/** Writes records as master file text, owner by owner and RRset by RRset. Not thread safe. */
public interface RecordText {
  /** Sets the owner of the records to come: the uncompressed name at an index. */
  void owner(byte[] octets, int offset);

  /** Sets TTL and type of the records to come, after their owner. */
  void rrset(int ttl, int type);

  /** Appends a record, given its RDATA, its owner and its RRset having been set. */
  void print(byte[] rdata, int offset, int length, WireWriter out);
}
