package org.offlinesign.rdata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.Rdata;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The RDATA of a DS or CDS record (RFC 4034 §5, RFC 7344 §3.1). Immutable. */
public final class Ds {
  private final int keyTag;
  private final int algorithm;
  private final int digestType;
  private final byte[] digest;

  /** Creates a view that holds a copy of the digest. */
  public Ds(int keyTag, int algorithm, int digestType, byte[] digest) {
    Views.checkRange("key tag", keyTag, 0xffff);
    Views.checkRange("algorithm", algorithm, 0xff);
    Views.checkRange("digest type", digestType, 0xff);
    this.keyTag = keyTag;
    this.algorithm = algorithm;
    this.digestType = digestType;
    this.digest = digest.clone();
  }

  /** Reads the RDATA of a DS or CDS record. */
  public static Ds from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    return new Ds(in.u16(), in.u8(), in.u8(), in.bytes(in.remaining()));
  }

  /** Returns the octets. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(4 + digest.length);
    return Rdata.copyOf(out.u16(keyTag).u8(algorithm).u8(digestType).bytes(digest));
  }

  public int keyTag() {
    return keyTag;
  }

  /** Returns the number of the key's algorithm. */
  public int algorithm() {
    return algorithm;
  }

  /** Returns the number of the digest's algorithm. */
  public int digestType() {
    return digestType;
  }

  /** Returns a copy of the digest. */
  public byte[] digest() {
    return digest.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ds that
        && keyTag == that.keyTag
        && algorithm == that.algorithm
        && digestType == that.digestType
        && Arrays.equals(digest, that.digest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digest) * 31 + keyTag;
  }

  /** Returns the RDATA as it stands in a master file. */
  @Override
  public String toString() {
    return RdataSchema.of(43).toText(toRdata());
  }
}
