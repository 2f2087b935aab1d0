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
  PUBLISH_ONLY
}
