package org.offlinesign.verify;

import org.offlinesign.zonefile.Severity;

/**
 * What can be wrong with a signed zone. The names are stable: programs may rely on them.
 *
 * <p>An error makes a validator refuse data, or breaks a rule that a validator may hold a zone to;
 * a warning leaves every answer of the zone valid.
 */
public enum FindingCode {
  SOA_MISSING(Severity.ERROR, "RFC 1035 §5.2"),
  /** There is no DNSKEY record, or none that may sign the zone. */
  DNSKEY_MISSING(Severity.ERROR, "RFC 4035 §2.1"),
  DNSKEY_NOT_AT_APEX(Severity.ERROR, "RFC 4035 §2.1"),
  DNSKEY_PROTOCOL(Severity.ERROR, "RFC 4034 §2.1.2"),
  /** The octets are no public key of the algorithm. */
  DNSKEY_UNUSABLE(Severity.WARNING, "RFC 4034 §2.1.4"),
  /** Two keys that signatures cannot tell apart by number. */
  DNSKEY_TAG_COLLISION(Severity.WARNING, "RFC 4034 App. B"),
  ALGORITHM_UNSUPPORTED(Severity.WARNING, "RFC 4035 §5.2"),
  /** The zone has keys of no other algorithms, so that no signature could be checked. */
  ALGORITHMS_ALL_UNSUPPORTED(Severity.ERROR, "RFC 4035 §5.2"),
  /**
   * The keys meant for the parent's DS records do not sign the DNSKEY RRset. Whether that breaks
   * the zone depends on the DS records, which are not here.
   */
  ENTRY_POINT_UNUSED(Severity.WARNING, "RFC 4035 §5.2"),
  /** A key of the algorithm is published, but the apex is not signed by it at all. */
  ALGORITHM_UNUSED(Severity.WARNING, "RFC 6840 §5.11"),

  /** An RRset that must be signed lacks a signature by an algorithm of the DNSKEY RRset. */
  RRSIG_MISSING(Severity.ERROR, "RFC 4035 §2.2"),
  /** The octets of the signature do not belong to the RRset and the key. */
  RRSIG_INVALID(Severity.ERROR, "RFC 4035 §5.3.3"),
  RRSIG_LABELS(Severity.ERROR, "RFC 4034 §3.1.3"),
  RRSIG_SIGNER(Severity.ERROR, "RFC 4034 §3.1.7"),
  RRSIG_TTL(Severity.ERROR, "RFC 4034 §3"),
  /** The RRset's TTL is above the original TTL, so that the signature does not cover it. */
  RRSIG_ORIGINAL_TTL(Severity.ERROR, "RFC 4035 §2.2"),
  /** The RRset's TTL is below the original TTL, as in a copy that a cache made. */
  RRSIG_ORIGINAL_TTL_ABOVE(Severity.WARNING, "RFC 4035 §2.2"),
  /** The expiration is before the inception. */
  RRSIG_TIMES(Severity.ERROR, "RFC 4034 §3.1.5"),
  RRSIG_EXPIRED(Severity.ERROR, "RFC 4035 §5.3.1"),
  RRSIG_NOT_YET_VALID(Severity.ERROR, "RFC 4035 §5.3.1"),
  /** Outside its time, beside another signature by the same algorithm that is valid. */
  RRSIG_STALE(Severity.WARNING, "RFC 4035 §5.3.1"),
  RRSIG_KEY_UNKNOWN(Severity.WARNING, "RFC 6840 §5.12"),
  RRSIG_KEY_REVOKED(Severity.ERROR, "RFC 5011 §2.1"),
  RRSIG_KEY_NOT_ZONE(Severity.ERROR, "RFC 4034 §2.1.1"),
  /** A signature of what must not be signed: glue, NS at a delegation, occluded data. */
  RRSIG_UNEXPECTED(Severity.ERROR, "RFC 4035 §2.2"),
  RRSIG_WITHOUT_RRSET(Severity.ERROR, "RFC 4035 §2.2"),
  RRSET_TTLS_DIFFER(Severity.WARNING, "RFC 2181 §5.2"),

  NSEC_MISSING(Severity.ERROR, "RFC 4035 §2.3"),
  /** At a name that has no place in the chain. */
  NSEC_UNEXPECTED(Severity.ERROR, "RFC 4035 §2.3"),
  /** More than one NSEC record at a name. */
  NSEC_NOT_SINGLE(Severity.ERROR, "RFC 4035 §2.3"),
  NSEC_NEXT(Severity.ERROR, "RFC 4034 §4.1.1"),
  NSEC_BITMAP(Severity.ERROR, "RFC 4034 §4.1.2"),
  /** Answers stay valid, but proofs of absence live too long or too short in caches. */
  NSEC_TTL(Severity.WARNING, "RFC 9077 §3"),
  /** The zone has an NSEC3 chain, which has not been looked at. */
  NSEC3_UNCHECKED(Severity.WARNING, "RFC 5155 §7.1");

  private final Severity severity;
  private final String section;

  FindingCode(Severity severity, String section) {
    this.severity = severity;
    this.section = section;
  }

  /** Returns how much it matters. */
  public Severity severity() {
    return severity;
  }

  /** Returns the rule that was broken, such as {@code RFC 4035 §2.2}. */
  public String section() {
    return section;
  }
}
