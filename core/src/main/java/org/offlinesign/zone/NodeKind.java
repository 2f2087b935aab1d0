package org.offlinesign.zone;

import org.offlinesign.record.RecordType;

/** What a name is in its zone, and what DNSSEC does with its records. */
public enum NodeKind {
  /** The zone's own name. */
  APEX,
  /** A name that the zone answers for. */
  AUTHORITATIVE,
  /** A zone cut: it has NS records and is not the apex. */
  DELEGATION,
  /** A name below a zone cut that has addresses. */
  GLUE,
  /** A name below a DNAME record, or one below a zone cut that has no addresses. */
  OCCLUDED,
  /** A name that is neither the apex nor below it. */
  OUT_OF_ZONE;

  private static final int NS = RecordType.NS.code();
  private static final int DS = RecordType.DS.code();
  private static final int RRSIG = RecordType.RRSIG.code();
  private static final int NSEC = RecordType.NSEC.code();
  private static final int NSEC3 = RecordType.NSEC3.code();

  /** Says whether the zone's chain of NSEC or NSEC3 records names it (RFC 4035 §2.3). */
  public boolean isInChain() {
    return this == APEX || this == AUTHORITATIVE || this == DELEGATION;
  }

  /** Says whether records of a type are signed at such a name (RFC 4035 §2.2). */
  public boolean isSigned(int type) {
    return switch (this) {
      case APEX, AUTHORITATIVE -> type != RRSIG;
      // The parent answers for DS and NSEC alone; all else at a cut is the child's or occluded.
      case DELEGATION -> type == DS || type == NSEC;
      case GLUE, OCCLUDED, OUT_OF_ZONE -> false;
    };
  }

  /**
   * Says whether a type that is present at such a name is named in its type bitmap (RFC 4034
   * §4.1.2, RFC 5155 §7.1). RRSIG, NSEC and NSEC3 are left to the maker of the chain.
   */
  public boolean isInBitmap(int type) {
    return switch (this) {
      case APEX, AUTHORITATIVE -> type != RRSIG && type != NSEC && type != NSEC3;
      case DELEGATION -> type == NS || type == DS;
      case GLUE, OCCLUDED, OUT_OF_ZONE -> false;
    };
  }
}
