package org.offlinesign.rdata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The RDATA of a ZONEMD record (RFC 8976 §2.2). Immutable. */
public final class Zonemd {
  /** The only scheme: one digest over the whole zone (RFC 8976 §2.2.2). */
  public static final int SIMPLE = 1;

  private static final int FIXED_OCTETS = 6;

  private final Serial serial;
  private final int scheme;
  private final int hash;
  private final byte[] digest;

  /** Creates a view that holds a copy of the digest. */
  public Zonemd(Serial serial, int scheme, int hash, byte[] digest) {
    Views.checkRange("scheme", scheme, 0xff);
    Views.checkRange("hash algorithm", hash, 0xff);
    this.serial = serial;
    this.scheme = scheme;
    this.hash = hash;
    this.digest = digest.clone();
  }

  /** Reads the RDATA of a ZONEMD record. */
  public static Zonemd from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    return new Zonemd(new Serial(in.u32()), in.u8(), in.u8(), in.bytes(in.remaining()));
  }

  /** Returns the octets. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(FIXED_OCTETS + digest.length);
    return Rdata.copyOf(out.u32(serial.value()).u8(scheme).u8(hash).bytes(digest));
  }

  /** Returns the serial of the SOA record that the digest was made with. */
  public Serial serial() {
    return serial;
  }

  /** Returns the number of the scheme. */
  public int scheme() {
    return scheme;
  }

  /** Returns the number of the hash algorithm. */
  public int hash() {
    return hash;
  }

  /** Returns a copy of the digest. */
  public byte[] digest() {
    return digest.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Zonemd that
        && serial.equals(that.serial)
        && scheme == that.scheme
        && hash == that.hash
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest) * 31 + serial.hashCode();
  }

  /** Returns the RDATA as it stands in a master file. */
  @Override
  public String toString() {
    return RdataSchema.of(RecordType.ZONEMD).toText(toRdata());
  }
}
