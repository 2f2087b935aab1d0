package org.offlinesign.verify;

/** What the keys of a zone make of a signature; where keys differ, the later verdict counts. */
enum KeyVerdict {
  /** No key has the tag and the algorithm. */
  UNKNOWN_KEY,
  /** The key is no zone key. */
  NOT_A_ZONE_KEY,
  /** The key is revoked, and signs something other than the DNSKEY RRset. */
  REVOKED_KEY,
  /** The octets of the key cannot be used. */
  UNUSABLE_KEY,
  INVALID,
  /** By none of the keys that were tried, and there are more of the tag. */
  UNCHECKED,
  UNSUPPORTED_ALGORITHM,
  /** A revoked key signs its revocation, as it must. */
  VALID_REVOCATION,
  VALID;

  KeyVerdict or(KeyVerdict that) {
    return compareTo(that) >= 0 ? this : that;
  }
}
