package org.offlinesign.denial;

import java.io.IOException;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.EntryCursor;
import org.offlinesign.zone.EntrySorter;

/**
 * Old signatures of NSEC3 records on their way through the sorter of {@link HashedNames}: the sort
 * key is the hash and all octets of the signature, so that they follow the name with that hash.
 */
public final class HashedSignature {
  private HashedSignature() {}

  /**
   * Adds the signature of an NSEC3 record to a sorter, if its owner is the hash of a name in the
   * zone at all.
   */
  public static void sort(DnsName owner, DnsName zone, WireWriter rdata, EntrySorter sorter)
      throws IOException {
    byte[] wire = owner.toWire();
    boolean hashed =
        wire[0] == Nsec3Hasher.LABEL_OCTETS
            && wire.length == 1 + Nsec3Hasher.LABEL_OCTETS + zone.wireLength();
    WireWriter entry = new WireWriter(Nsec3Hasher.HASH_OCTETS + rdata.length());
    if (hashed && decode(wire, entry)) {
      entry.bytes(rdata);
      sorter.add(entry.array(), 0, entry.length(), entry.length());
    }
  }

  private static boolean decode(byte[] wire, WireWriter out) {
    try {
      Base32Hex.decode(wire, 1, Nsec3Hasher.LABEL_OCTETS, out);
      return true;
    } catch (WireFormatException noHash) {
      return false;
    }
  }

  /** Says whether the entry that a cursor is at is a signature, and not a name. */
  static boolean isAt(EntryCursor cursor) {
    return cursor.keyEnd() - cursor.start() > Nsec3Hasher.HASH_OCTETS;
  }

  /** Returns a copy of the RDATA that a cursor is at. */
  static byte[] rdata(EntryCursor cursor) {
    int from = cursor.start() + Nsec3Hasher.HASH_OCTETS;
    byte[] copy = new byte[cursor.end() - from];
    System.arraycopy(cursor.octets(), from, copy, 0, copy.length);
    return copy;
  }
}
