package org.offlinesign.rdata;

import org.offlinesign.record.Rdata;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The RDATA of an NSEC3PARAM record (RFC 5155 §4).
 *
 * @param hashAlgorithm 1 is SHA-1, and there is no other
 * @param flags 0 in a record that servers may use
 * @param iterations how often the hash is hashed again
 */
public record Nsec3Param(int hashAlgorithm, int flags, int iterations, Nsec3Salt salt) {
  private static final int FIXED_OCTETS = 5;

  /** Checks the ranges. */
  public Nsec3Param {
    Views.checkRange("hash algorithm", hashAlgorithm, 0xff);
    Views.checkRange("flags", flags, 0xff);
    Views.checkRange("iterations", iterations, 0xffff);
  }

  /** Reads the RDATA of an NSEC3PARAM record. */
  public static Nsec3Param from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    Nsec3Param param = readFrom(in);
    Views.end(in);
    return param;
  }

  /** Reads the fields that NSEC3 records begin with too. */
  static Nsec3Param readFrom(WireReader in) throws WireFormatException {
    return new Nsec3Param(in.u8(), in.u8(), in.u16(), Nsec3Salt.readFrom(in));
  }

  /** Appends the octets. */
  public void writeTo(WireWriter out) {
    out.u8(hashAlgorithm).u8(flags).u16(iterations);
    salt.writeWithLengthTo(out);
  }

  /** Returns the octets. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(FIXED_OCTETS + salt.length());
    writeTo(out);
    return Rdata.copyOf(out);
  }

  /** Returns the RDATA as it stands in a master file. */
  @Override
  public String toString() {
    return hashAlgorithm + " " + flags + " " + iterations + " " + salt;
  }
}
