package org.offlinesign.verify;

import org.offlinesign.rdata.Nsec3;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.record.Rdata;
import org.offlinesign.zone.NodeRrset;

/** The fields of an NSEC3 record, read where they lie (RFC 5155 §3.2). Immutable. */
final class Nsec3Fields {
  private static final int FLAGS_AT = 1;
  private static final int SALT_LENGTH_AT = 4;

  private final byte[] octets;
  private final int start;
  private final int end;

  Nsec3Fields(NodeRrset rrset, int record) {
    this.octets = rrset.octets();
    this.start = rrset.canonicalOffset(record);
    this.end = start + rrset.rdataLength(record);
  }

  int flags() {
    return octets[start + FLAGS_AT] & 0xff;
  }

  /** Says whether no flag is set that a validator does not know. */
  boolean hasKnownFlags() {
    return (flags() & ~Nsec3.OPT_OUT) == 0;
  }

  /** Returns hash algorithm, iterations and salt, without flags. */
  Nsec3Param parameters() {
    Rdata rdata = Rdata.copyOf(octets, start, nextLengthAt() - start);
    Nsec3Param withFlags = RdataView.ofWhole(rdata, Nsec3Param::from);
    return new Nsec3Param(withFlags.hashAlgorithm(), 0, withFlags.iterations(), withFlags.salt());
  }

  private int nextLengthAt() {
    return start + SALT_LENGTH_AT + 1 + (octets[start + SALT_LENGTH_AT] & 0xff);
  }

  int nextLength() {
    return octets[nextLengthAt()] & 0xff;
  }

  /** Returns the index of the next hash. */
  int nextAt() {
    return nextLengthAt() + 1;
  }

  int end() {
    return end;
  }

  byte[] octets() {
    return octets;
  }

  boolean isOf(Nsec3Chain chain) {
    return chain.isOf(octets, start, end);
  }
}
