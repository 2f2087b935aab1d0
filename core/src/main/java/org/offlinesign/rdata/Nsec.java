package org.offlinesign.rdata;

import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The RDATA of an NSEC record (RFC 4034 §4).
 *
 * @param next the next owner, its case kept in canonical form (RFC 6840 §5.1)
 * @param types in ascending order
 */
public record Nsec(DnsName next, List<RecordType> types) {
  /** Sorts the types. */
  public Nsec {
    types = types.stream().sorted().distinct().toList();
  }

  /** Reads the RDATA of an NSEC record. */
  public static Nsec from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    DnsName next = Views.name(in);
    TypeBitmap types = new TypeBitmap();
    types.readFrom(in);
    return new Nsec(next, types.types());
  }

  /** Returns the octets. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(next.wireLength() + 64);
    next.writeTo(out);
    TypeBitmap bitmap = new TypeBitmap();
    types.forEach(type -> bitmap.add(type.code()));
    bitmap.writeTo(out);
    return Rdata.copyOf(out);
  }
}
