package org.offlinesign.sign;

/** Which RRsets a key signs. */
public enum SigningScope {
  /**
   * What its flags say: with the SEP flag, the RRsets DNSKEY, CDS and CDNSKEY of the apex; without
   * it, every authoritative RRset.
   */
  BY_ROLE,
  /** Every authoritative RRset. */
  ALL_RRSETS,
  /** The DNSKEY RRset alone. */
  DNSKEY_ONLY,
  /** None: the key is only published. */
  PUBLISH_ONLY,
  /**
   * What its flags say, but its DNSKEY record is not in the zone: nobody can check these signatures
   * yet, or needs to any more, except with a DNSKEY RRset from a cache (RFC 6781 §4.1.4).
   */
  UNPUBLISHED,
  /** Every authoritative RRset, and the DNSKEY record is not in the zone. */
  UNPUBLISHED_ALL_RRSETS;

  /** Says whether the DNSKEY record of such a key belongs into the zone. */
  public boolean isPublished() {
    return this != UNPUBLISHED && this != UNPUBLISHED_ALL_RRSETS;
  }
}
