package org.offlinesign.verify;

import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.Severity;

/**
 * What can be wrong with a signed zone. The names are stable: programs may rely on them.
 *
 * <p>An error of the protocol makes a validator refuse data, or breaks a rule that a validator may
 * hold a zone to; a warning leaves every answer of the zone valid. What the {@link FindingKind}
 * calls policy or advice says nothing about cryptography.
 */
public enum FindingCode implements Rule {
  SOA_MISSING(Severity.ERROR, "RFC 1035 §5.2", "The zone has no SOA record at its apex"),
  /** There is no DNSKEY record, or none that may sign the zone. */
  DNSKEY_MISSING(
      Severity.ERROR, "RFC 4035 §2.1", "The apex has no DNSKEY record that may sign the zone"),
  DNSKEY_NOT_AT_APEX(
      Severity.ERROR, "RFC 4035 §2.1", "DNSKEY records stand at another name than the apex"),
  DNSKEY_PROTOCOL(Severity.ERROR, "RFC 4034 §2.1.2", "The protocol of a DNSKEY record is not 3"),
  /** The octets are no public key of the algorithm. */
  DNSKEY_UNUSABLE(
      Severity.WARNING,
      "RFC 4034 §2.1.4",
      "The octets of a DNSKEY record are no public key of its algorithm"),
  /** Two keys that signatures cannot tell apart by number. */
  DNSKEY_TAG_COLLISION(
      Severity.WARNING, "RFC 4034 App. B", "Two keys of one algorithm have the same key tag"),
  ALGORITHM_UNSUPPORTED(
      Severity.WARNING,
      "RFC 4035 §5.2",
      "A key is of an algorithm that this program does not know"),
  /** The zone has keys of no other algorithms, so that no signature could be checked. */
  ALGORITHMS_ALL_UNSUPPORTED(
      Severity.ERROR, "RFC 4035 §5.2", "No key is of an algorithm that this program knows"),
  /**
   * The keys meant for the parent's DS records do not sign the DNSKEY RRset. Whether that breaks
   * the zone depends on the DS records, which are not here.
   */
  ENTRY_POINT_UNUSED(
      Severity.WARNING, "RFC 4035 §5.2", "No key with the SEP flag signs the DNSKEY RRset"),
  /** A key of the algorithm is published, but the apex is not signed by it at all. */
  ALGORITHM_UNUSED(
      Severity.WARNING,
      "RFC 6840 §5.11",
      "A key of an algorithm is published by which nothing is signed"),

  /** An RRset that must be signed lacks a signature by an algorithm of the DNSKEY RRset. */
  RRSIG_MISSING(
      Severity.ERROR,
      "RFC 4035 §2.2",
      "An RRset lacks a valid signature by an algorithm of the zone"),
  /** The octets of the signature do not belong to the RRset and the key. */
  RRSIG_INVALID(Severity.ERROR, "RFC 4035 §5.3.3", "A signature does not verify"),
  RRSIG_LABELS(
      Severity.ERROR, "RFC 4034 §3.1.3", "The label count of a signature is not that of its owner"),
  RRSIG_SIGNER(Severity.ERROR, "RFC 4034 §3.1.7", "The signer of a signature is not the zone"),
  RRSIG_TTL(Severity.ERROR, "RFC 4034 §3", "The TTL of a signature is not that of its RRset"),
  /** The RRset's TTL is above the original TTL, so that the signature does not cover it. */
  RRSIG_ORIGINAL_TTL(
      Severity.ERROR,
      "RFC 4035 §2.2",
      "The TTL of an RRset is above the original TTL of its signature"),
  /** The RRset's TTL is below the original TTL, as in a copy that a cache made. */
  RRSIG_ORIGINAL_TTL_ABOVE(
      Severity.WARNING,
      "RFC 4035 §2.2",
      "The TTL of an RRset is below the original TTL of its signature"),
  /** The expiration is before the inception. */
  RRSIG_TIMES(Severity.ERROR, "RFC 4034 §3.1.5", "A signature ends before it begins"),
  RRSIG_EXPIRED(Severity.ERROR, "RFC 4035 §5.3.1", "A signature has expired"),
  RRSIG_NOT_YET_VALID(Severity.ERROR, "RFC 4035 §5.3.1", "A signature is not valid yet"),
  /** Outside its time, beside another signature by the same algorithm that is valid. */
  RRSIG_STALE(
      Severity.WARNING, "RFC 4035 §5.3.1", "A signature is out of its time beside a valid one"),
  /** All is valid now, but something no longer is at the instant that was asked about. */
  VALIDITY_ENDS(
      Severity.ERROR, "RFC 4035 §5.3.1", "A signature expires before the time that was asked for"),
  RRSIG_KEY_UNKNOWN(
      Severity.WARNING,
      "RFC 6840 §5.12",
      "A signature names a key that is not in the DNSKEY RRset"),
  RRSIG_KEY_REVOKED(
      Severity.ERROR, "RFC 5011 §2.1", "A revoked key signs something other than the DNSKEY RRset"),
  RRSIG_KEY_NOT_ZONE(
      Severity.ERROR, "RFC 4034 §2.1.1", "A signature is by a key that is no zone key"),
  /** A signature of what must not be signed: glue, NS at a delegation, occluded data. */
  RRSIG_UNEXPECTED(Severity.ERROR, "RFC 4035 §2.2", "Something is signed that must not be"),
  RRSIG_WITHOUT_RRSET(
      Severity.ERROR, "RFC 4035 §2.2", "A signature covers records that are not there"),
  RRSET_TTLS_DIFFER(
      Severity.WARNING, "RFC 2181 §5.2", "The records of an RRset have different TTLs"),

  NSEC_MISSING(Severity.ERROR, "RFC 4035 §2.3", "A name of the zone has no NSEC record"),
  /** At a name that has no place in the chain. */
  NSEC_UNEXPECTED(
      Severity.ERROR,
      "RFC 4035 §2.3",
      "An NSEC record stands at a name that has no place in the chain"),
  /** More than one NSEC record at a name. */
  NSEC_NOT_SINGLE(Severity.ERROR, "RFC 4035 §2.3", "A name has more than one NSEC record"),
  NSEC_NEXT(Severity.ERROR, "RFC 4034 §4.1.1", "An NSEC record does not lead to the next name"),
  NSEC_BITMAP(
      Severity.ERROR, "RFC 4034 §4.1.2", "The types of an NSEC record are not those at its name"),
  /** Answers stay valid, but proofs of absence live too long or too short in caches. */
  NSEC_TTL(
      Severity.WARNING,
      "RFC 9077 §3",
      "The TTL of an NSEC record is not the lesser of the TTL and the MINIMUM of the SOA record"),
  /** The zone has an NSEC3 chain, which has not been looked at. */
  NSEC3_UNCHECKED(
      Severity.WARNING, "RFC 5155 §7.1", "The chain of NSEC3 records has not been looked at");

  private final FindingKind kind;
  private final Severity severity;
  private final String section;
  private final String title;

  FindingCode(Severity severity, String section, String title) {
    this(FindingKind.PROTOCOL, severity, section, title);
  }

  FindingCode(FindingKind kind, Severity severity, String section, String title) {
    this.kind = kind;
    this.severity = severity;
    this.section = section;
    this.title = title;
  }

  /** Returns by which measure the zone falls short. */
  public FindingKind kind() {
    return kind;
  }

  @Override
  public String code() {
    return name();
  }

  @Override
  public Severity severity() {
    return severity;
  }

  @Override
  public String section() {
    return section;
  }

  @Override
  public String title() {
    return title;
  }
}
