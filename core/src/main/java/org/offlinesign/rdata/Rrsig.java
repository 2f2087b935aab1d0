package org.offlinesign.rdata;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Serial;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The RDATA of an RRSIG record (RFC 4034 §3). Immutable. */
public final class Rrsig {
  private static final int FIXED_OCTETS = 18;

  private final RecordType typeCovered;
  private final int algorithm;
  private final int labels;
  private final Ttl originalTtl;
  private final Serial expiration;
  private final Serial inception;
  private final int keyTag;
  private final DnsName signer;
  private final byte[] signature;

  /**
   * Creates a view, its fields in the order of the wire form, that holds a copy of the signature.
   */
  public Rrsig(
      RecordType typeCovered,
      int algorithm,
      int labels,
      Ttl originalTtl,
      Serial expiration,
      Serial inception,
      int keyTag,
      DnsName signer,
      byte[] signature) {
    Views.checkRange("algorithm", algorithm, 0xff);
    Views.checkRange("labels", labels, 0xff);
    Views.checkRange("key tag", keyTag, 0xffff);
    this.typeCovered = typeCovered;
    this.algorithm = algorithm;
    this.labels = labels;
    this.originalTtl = originalTtl;
    this.expiration = expiration;
    this.inception = inception;
    this.keyTag = keyTag;
    this.signer = signer;
    this.signature = signature.clone();
  }

  /** Reads the RDATA of an RRSIG record. */
  public static Rrsig from(Rdata rdata) throws WireFormatException {
    WireReader in = rdata.reader();
    return new Rrsig(
        RecordType.of(in.u16()),
        in.u8(),
        in.u8(),
        Views.ttl("RRSIG original TTL", in),
        new Serial(in.u32()),
        new Serial(in.u32()),
        in.u16(),
        Views.name(in),
        in.bytes(in.remaining()));
  }

  /** Returns the octets, the case of the signer's name kept. */
  public Rdata toRdata() {
    WireWriter out = new WireWriter(FIXED_OCTETS + signer.wireLength() + signature.length);
    writeFixedFields(out);
    signer.writeTo(out);
    return Rdata.copyOf(out.bytes(signature));
  }

  /**
   * Appends what a signature covers of its own record, the signer in lower case (RFC 4034 §6.2).
   */
  public void writeSignedPartTo(WireWriter out) {
    writeFixedFields(out);
    signer.writeLowerCaseTo(out);
  }

  private void writeFixedFields(WireWriter out) {
    out.u16(typeCovered.code()).u8(algorithm).u8(labels).u32(originalTtl.seconds());
    out.u32(expiration.value()).u32(inception.value()).u16(keyTag);
  }

  public RecordType typeCovered() {
    return typeCovered;
  }

  /** Returns the algorithm's number. */
  public int algorithm() {
    return algorithm;
  }

  /** Returns the count of the owner's labels; neither the root nor a leading {@code *} counts. */
  public int labels() {
    return labels;
  }

  public Ttl originalTtl() {
    return originalTtl;
  }

  /** Returns when the signature ends, in seconds since 1970 modulo 2^32. */
  public Serial expiration() {
    return expiration;
  }

  /** Returns when the signature begins, in seconds since 1970 modulo 2^32. */
  public Serial inception() {
    return inception;
  }

  public int keyTag() {
    return keyTag;
  }

  public DnsName signer() {
    return signer;
  }

  /** Returns a copy of the signature. */
  public byte[] signature() {
    return signature.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rrsig that
        && typeCovered.equals(that.typeCovered)
        && algorithm == that.algorithm
        && labels == that.labels
        && originalTtl.equals(that.originalTtl)
        && expiration.equals(that.expiration)
        && inception.equals(that.inception)
        && keyTag == that.keyTag
        && signer.equals(that.signer)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return Objects.hash(typeCovered, keyTag, expiration, Arrays.hashCode(signature));
  }

  /** Returns the RDATA as it stands in a master file. */
  @Override
  public String toString() {
    return RdataSchema.of(RecordType.RRSIG).toText(toRdata());
  }
}
