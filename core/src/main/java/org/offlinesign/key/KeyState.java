package org.offlinesign.key;

/** What a key does at some instant, as its timing says. */
public enum KeyState {
  /** Not yet in the zone. */
  FUTURE,
  /** In the zone, signs nothing yet. */
  PUBLISHED,
  /** In the zone and signing. */
  ACTIVE,
  /** In the zone, signs nothing any more. */
  INACTIVE,
  /** In the zone with its revoke flag, signs the DNSKEY RRset (RFC 5011 §2.1). */
  REVOKED,
  /** Not in the zone any more. */
  DELETED;

  /** Says whether the DNSKEY record belongs into the zone. */
  public boolean isPublished() {
    return this != FUTURE && this != DELETED;
  }
}
