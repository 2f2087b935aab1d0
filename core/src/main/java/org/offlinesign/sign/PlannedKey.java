package org.offlinesign.sign;

import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;

/**
 * A key of the zone with its place among the others.
 *
 * @param index counts the keys of a plan from 0
 * @param use what it is to do
 */
record PlannedKey(int index, KeyUse use) {
  private static final int DNSKEY = RecordType.DNSKEY.code();
  private static final int CDS = RecordType.CDS.code();
  private static final int CDNSKEY = RecordType.CDNSKEY.code();

  ZoneKey key() {
    return use.key();
  }

  Dnskey dnskey() {
    return key().dnskey();
  }

  /** Returns the key with its private part; null if it is only published. */
  @Nullable SigningKey signingKey() {
    return use.signingKey();
  }

  SigningScope scope() {
    return use.scope();
  }

  /** Says whether the DNSKEY record belongs into the zone. */
  boolean isPublished() {
    return scope().isPublished();
  }

  /** Returns when signatures of this key are valid. */
  Validity validity(Validity usual) {
    Validity itsOwn = use.validity();
    return itsOwn == null ? usual : itsOwn;
  }

  /** Says whether the key signs RRsets of a type at the apex. */
  boolean signsAtApex(int type) {
    if (!dnskey().isZoneKey() || signingKey() == null) {
      return false;
    }
    if (dnskey().isRevoked()) {
      // RFC 5011 §2.1: a revoked key proves its own revocation and nothing else.
      return type == DNSKEY;
    }
    return switch (scope()) {
      case PUBLISH_ONLY -> false;
      case DNSKEY_ONLY -> type == DNSKEY;
      case ALL_RRSETS, UNPUBLISHED_ALL_RRSETS -> true;
      case BY_ROLE, UNPUBLISHED -> !dnskey().isSep() || isSignedByKsk(type);
    };
  }

  /** Says whether a KSK signs RRsets of a type at the apex. */
  static boolean isSignedByKsk(int type) {
    // RFC 7344 §4.1: CDS and CDNSKEY are signed by a key that the parent's DS points to.
    return type == DNSKEY || type == CDS || type == CDNSKEY;
  }

  /** Says whether the key signs RRsets at names other than the apex, and most at the apex. */
  boolean signsEverything() {
    return signsAtApex(RecordType.SOA.code());
  }
}
