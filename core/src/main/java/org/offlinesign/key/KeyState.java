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
  /**
   * Signs, but is not in the zone: a change of algorithm begins and ends so, as caches may combine
   * the DNSKEY RRset of one version with the data of another (RFC 6781 §4.1.4).
   */
  SIGNING_ONLY,
  /** Not in the zone any more. */
  DELETED;

  /** Says whether the DNSKEY record belongs into the zone. */
  public boolean isPublished() {
    return switch (this) {
      case PUBLISHED, ACTIVE, INACTIVE, REVOKED -> true;
      case FUTURE, SIGNING_ONLY, DELETED -> false;
    };
  }

  /** Says whether the key makes signatures, be it for its own revocation alone. */
  public boolean signs() {
    return switch (this) {
      case ACTIVE, REVOKED, SIGNING_ONLY -> true;
      case FUTURE, PUBLISHED, INACTIVE, DELETED -> false;
    };
  }
}
