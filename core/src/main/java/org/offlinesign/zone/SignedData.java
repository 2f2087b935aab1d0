package org.offlinesign.zone;

import org.offlinesign.name.AsciiCase;
import org.offlinesign.wire.WireWriter;

/**
 * The octets that a signature covers: the RRSIG RDATA without the signature, then the RRset in
 * canonical form and order (RFC 4034 §3.1.8.1, §6).
 *
 * <p>Reused for each signature; holds the largest RRset seen. Not thread safe.
 */
public final class SignedData {
  private final WireWriter data = new WireWriter(4096);
  private final WireWriter head = new WireWriter(300);

  /** Empties the data and returns where the RRSIG RDATA without the signature goes first. */
  public WireWriter begin() {
    data.clear();
    return data;
  }

  /**
   * Appends the RRset.
   *
   * @param wire holds the owner's wire octets from {@code ownerAt} on, in any case
   * @param originalTtl the TTL that the RRSIG names
   */
  public void add(byte[] wire, int ownerAt, int ownerLength, NodeRrset rrset, long originalTtl) {
    head.clear();
    head.bytes(wire, ownerAt, ownerLength);
    AsciiCase.lower(head.array(), 0, ownerLength);
    head.u16(rrset.type()).u16(rrset.recordClass()).u32(originalTtl);
    for (int record = 0; record < rrset.size(); record++) {
      data.bytes(head).u16(rrset.rdataLength(record));
      rrset.writeCanonicalTo(record, data);
    }
  }

  /** Returns the octets, valid up to {@link #length()} and until the next {@link #begin()}. */
  public byte[] octets() {
    return data.array();
  }

  /** Returns how many octets there are. */
  public int length() {
    return data.length();
  }
}
