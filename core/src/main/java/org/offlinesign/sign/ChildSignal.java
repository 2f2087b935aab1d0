package org.offlinesign.sign;

/** Which CDS, or CDNSKEY, records the apex of the signed zone has (RFC 7344, RFC 8078). */
public enum ChildSignal {
  /** Those that the zone already holds. */
  KEEP,
  /** Those that ask the parent for DS records of the zone's KSKs. */
  PUBLISH,
  /** The one that asks the parent to delete its DS records (RFC 8078 §4). */
  DELETE,
  /** None. */
  NONE
}
