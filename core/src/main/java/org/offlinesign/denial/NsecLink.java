package org.offlinesign.denial;

import java.util.Arrays;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireWriter;

/** One link of an NSEC chain: a name, the types it has, and the name that follows it. */
public final class NsecLink {
  private final DnsName owner;
  private final int[] types;
  private final DnsName next;

  /** Takes over an array of types. */
  NsecLink(DnsName owner, int[] types, DnsName next) {
    this.owner = owner;
    this.types = types;
    this.next = next;
  }

  /** Returns the name that owns the NSEC record. */
  public DnsName owner() {
    return owner;
  }

  /** Returns the name that follows in canonical order; for the last name the apex. */
  public DnsName next() {
    return next;
  }

  /** Appends the RDATA of the NSEC record; the case of the next name is kept (RFC 6840 §5.1). */
  public void writeRdataTo(WireWriter out, TypeBitmap scratch) {
    next.writeTo(out);
    scratch.clear();
    for (int type : types) {
      scratch.add(type);
    }
    // RFC 4034 §4.1.2: the NSEC record counts itself and the signature that it has.
    scratch.add(RecordType.RRSIG.code());
    scratch.add(RecordType.NSEC.code());
    scratch.writeTo(out);
  }

  @Override
  public String toString() {
    return owner + " -> " + next + " " + Arrays.toString(types);
  }
}
