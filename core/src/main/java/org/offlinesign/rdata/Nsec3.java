package org.offlinesign.rdata;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The RDATA of an NSEC3 record (RFC 5155 §3). Immutable. */
public final class Nsec3 {
  /** The flag of records that say nothing of insecure delegations (RFC 5155 §3.1.2.1). */
  public static final int OPT_OUT = 1;

  private final Nsec3Param parameters;
  private final byte[] nextHash;
  private final List<RecordType> types;

  /**
   * Creates a view that holds a copy of the hash.
   *
   * @param parameters the fields that the RDATA begins with, the flags those of this record
   * @param nextHash 1 to 255 octets
   */
  public Nsec3(Nsec3Param parameters, byte[] nextHash, List<RecordType> types) {
    if (nextHash.length == 0 || nextHash.length > 0xff) {
      throw new IllegalArgumentException(
          "a next hash of " + nextHash.length + " octets is not within 1..255");
    }
    this.parameters = parameters;
    this.nextHash = nextHash.clone();
    this.types = types.stream().sorted().distinct().toList();
  }

  /** Reads the RDATA of an NSEC3 record. */
  public static Nsec3 from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    Nsec3Param parameters = Nsec3Param.readFrom(in);
    byte[] nextHash = in.bytes(in.u8());
    if (nextHash.length == 0) {
      throw new WireFormatException("expected a next hash of 1 to 255 octets but found none");
    }
    TypeBitmap types = new TypeBitmap();
    types.readFrom(in);
    return new Nsec3(parameters, nextHash, types.types());
  }

  /** Returns the octets. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(128);
    parameters.writeTo(out);
    out.u8(nextHash.length).bytes(nextHash);
    TypeBitmap bitmap = new TypeBitmap();
    types.forEach(type -> bitmap.add(type.code()));
    bitmap.writeTo(out);
    return Rdata.copyOf(out);
  }

  /** Returns hash algorithm, flags, iterations and salt. */
  public Nsec3Param parameters() {
    return parameters;
  }

  /** Says whether the span up to the next hash may hold insecure delegations without a record. */
  public boolean isOptOut() {
    return (parameters.flags() & OPT_OUT) != 0;
  }

  /** Returns a copy of the hash that follows in the chain. */
  public byte[] nextHash() {
    return nextHash.clone();
  }

  /** Returns the types at the name that was hashed, in ascending order. */
  public List<RecordType> types() {
    return types;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Nsec3 that
        && parameters.equals(that.parameters)
        && Arrays.equals(nextHash, that.nextHash)
        && types.equals(that.types);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parameters, Arrays.hashCode(nextHash), types);
  }

  /** Returns the RDATA as it stands in a master file. */
  @Override
  public String toString() {
    return RdataSchema.of(RecordType.NSEC3).toText(toRdata());
  }
}
