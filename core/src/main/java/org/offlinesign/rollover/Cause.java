package org.offlinesign.rollover;

/** Why a mix of what caches hold does not validate, and what mends it. */
public enum Cause {
  /** A DS set leads to no key of the DNSKEY RRset, or to none of some algorithm. */
  NO_KEY_FOR_DS(
      "sign with the key that the DS set names and keep it in the zone as long as caches hold that"
          + " DS set; let the parent have a DS record of a new key only once no cache holds a DNSKEY"
          + " RRset without it"),
  /** The key that a DS set leads to does not sign the DNSKEY RRset. */
  DS_KEY_DOES_NOT_SIGN(
      "let the key that the DS set names sign the DNSKEY RRset as long as caches hold that DS set"),
  /** The signatures that a DS set leads to have expired, or are not valid yet. */
  KEYS_NOT_IN_FORCE("sign the zone anew, with signatures that are valid now"),
  /** No key of a DNSKEY RRset has signed the data. */
  NO_KEY_FOR_SIGNATURES(
      "publish a key before it signs, and drop a key or its signatures only once no cache holds"
          + " what needs them"),
  /** Data lack signatures of an algorithm that the DNSKEY RRset has. */
  ALGORITHM_WITHOUT_SIGNATURES(
      "sign with a new algorithm before its keys are published, and keep the signatures of an old"
          + " one until no cache holds its keys (RFC 6781 section 4.1.4)"),
  /** The signatures of data have expired, or are not valid yet. */
  DATA_NOT_IN_FORCE("sign the zone anew, with signatures that are valid now"),
  /** The zone has no keys or no signatures, but a DS set that says it has. */
  UNSIGNED(
      "have the parent take its DS set away and wait until no cache holds it before the zone goes"
          + " unsigned; have it publish one only once no cache holds unsigned records"),
  /** None of the trust anchors that resolvers keep by RFC 5011 signs the DNSKEY RRset. */
  NO_TRUST_ANCHOR(
      "publish the new key for the hold-down time and two refreshes of the resolvers before the"
          + " old one is revoked or stops signing (RFC 5011 section 2.4.1)"),
  /** The DS set leads nowhere any more, so that the zone is not validated at all. */
  SECURITY_LOST("have the parent publish a DS record of a key that signs the DNSKEY RRset");

  private final String remedy;

  Cause(String remedy) {
    this.remedy = remedy;
  }

  /** Returns what mends or avoids it, as an imperative without a full stop. */
  public String remedy() {
    return remedy;
  }
}
