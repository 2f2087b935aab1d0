package org.offlinesign.denial;

import java.util.Arrays;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Nsec3Param;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** One link of an NSEC3 chain: the hash of a name, the types it has, and the hash that follows. */
public final class Nsec3Link {
  private final byte[] hash;
  private final byte[] types;
  private final byte[] next;

  /**
   * Takes over arrays.
   *
   * @param types the Type Bit Maps field
   */
  Nsec3Link(byte[] hash, byte[] types, byte[] next) {
    this.hash = hash;
    this.types = types;
    this.next = next;
  }

  /** Appends the owner of the NSEC3 record in wire form. */
  public void writeOwnerTo(WireWriter out, DnsName zone) {
    Nsec3Hasher.writeOwner(hash, 0, zone, out);
  }

  /** Appends the RDATA of the NSEC3 record (RFC 5155 §3.2). */
  public void writeRdataTo(WireWriter out, Nsec3Param fields) {
    fields.writeTo(out);
    out.u8(next.length).bytes(next).bytes(types);
  }

  @Override
  public String toString() {
    return Hex.encode(hash) + " -> " + Hex.encode(next) + " " + Arrays.toString(types);
  }
}
