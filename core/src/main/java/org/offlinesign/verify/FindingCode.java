package org.offlinesign.verify;

import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.RuleFacts;
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
  /** It must be another in an emergency, when there is no time to choose a new key. */
  DNSKEY_TAG_AFTER_REVOCATION(
      FindingKind.ADVICE,
      Severity.NOTICE,
      "RFC 5011 §2.1",
      "A key would have the tag of another if it were revoked"),
  /** More keys than this program tries: the zone was made to waste the time of those who verify. */
  DNSKEY_UNCHECKED(
      Severity.ERROR,
      "RFC 4035 §5.3",
      "The DNSKEY RRset has so many records that some were not looked at"),
  DNSKEY_DUPLICATE(
      Severity.WARNING, "RFC 4034 §2", "Two DNSKEY records hold one key with different flags"),
  DNSKEY_NOT_ZONE_KEY(
      Severity.WARNING, "RFC 4034 §2.1.1", "A DNSKEY record lacks the flag of zone keys"),
  DNSKEY_FLAGS(Severity.WARNING, "RFC 4034 §2.1.1", "A DNSKEY record has flags that mean nothing"),
  /** Nobody takes the key for revoked until it signs. */
  DNSKEY_REVOCATION_UNSIGNED(
      Severity.WARNING, "RFC 5011 §2.1", "A revoked key does not sign the DNSKEY RRset"),
  DNSKEY_RSA_FORM(
      Severity.WARNING, "RFC 3110 §2", "The numbers of an RSA key are not in their shortest form"),
  DNSKEY_RSA_EXPONENT(
      FindingKind.ADVICE,
      Severity.NOTICE,
      "RFC 6781 §3.4.2",
      "An RSA key has an unusual exponent, which not every validator takes"),
  DNSKEY_RSA_WEAK(
      FindingKind.POLICY,
      Severity.WARNING,
      "RFC 6781 §3.4.2",
      "An RSA key has less than 1024 bits, which many validators refuse"),
  DNSKEY_RSA_SHORT(
      FindingKind.ADVICE, Severity.NOTICE, "RFC 6781 §3.4.2", "An RSA key has less than 2048 bits"),
  /** Validators treat the zone as if it were not signed. */
  ALGORITHM_NOT_RELIED_ON(
      FindingKind.POLICY,
      Severity.ERROR,
      "RFC 9905 §2",
      "No algorithm of the zone is one that validators may rely on"),
  /** Beside one that validators rely on. */
  ALGORITHM_DEPRECATED(
      FindingKind.POLICY,
      Severity.WARNING,
      "RFC 9904 §3",
      "A key is of an algorithm that must not be used for signing any more"),
  ALGORITHM_NOT_RECOMMENDED(
      FindingKind.POLICY,
      Severity.WARNING,
      "RFC 9904 §3",
      "A key is of an algorithm that is not recommended for signing"),
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

  /** Of the trust anchors, none can be used; the zone was judged as if there were none. */
  TRUST_ANCHOR_UNSUPPORTED(
      Severity.WARNING, "RFC 6840 §5.2", "No trust anchor has a known digest and algorithm"),
  TRUST_ANCHOR_UNMATCHED(
      Severity.ERROR, "RFC 4035 §5.2", "No trust anchor names a key of the DNSKEY RRset"),
  TRUST_ANCHOR_NOT_SIGNING(
      Severity.ERROR, "RFC 4035 §5.2", "No key that a trust anchor names signs the DNSKEY RRset"),
  TRUST_ANCHOR_ALGORITHM(
      Severity.ERROR,
      "RFC 6840 §5.11",
      "The DNSKEY RRset has no key of an algorithm of the trust anchors"),
  /** Where another anchor leads into the zone, this one only remains to be taken away. */
  TRUST_ANCHOR_REVOKED(Severity.WARNING, "RFC 5011 §2.1", "A trust anchor is a revoked key"),
  TRUST_ANCHOR_SHA1(
      FindingKind.POLICY,
      Severity.ERROR,
      "RFC 9905 §3",
      "The trust anchors are digests by SHA-1 alone"),

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
  /** Too many signatures of one RRset do not verify to go on trying. */
  RRSIG_UNCHECKED(Severity.WARNING, "RFC 4035 §5.3.3", "Signatures of an RRset were not looked at"),
  /** A signature of what must not be signed: glue, NS at a delegation, occluded data. */
  RRSIG_UNEXPECTED(Severity.ERROR, "RFC 4035 §2.2", "Something is signed that must not be"),
  RRSIG_WITHOUT_RRSET(
      Severity.ERROR, "RFC 4035 §2.2", "A signature covers records that are not there"),
  RRSET_TTLS_DIFFER(
      Severity.WARNING, "RFC 2181 §5.2", "The records of an RRset have different TTLs"),

  /** Servers ignore or refuse it; Windows writes the addresses of foreign name servers so. */
  OUT_OF_ZONE(Severity.WARNING, "RFC 1035 §5.2", "A name is not in the zone"),

  ZONEMD_MISMATCH(Severity.ERROR, "RFC 8976 §4", "The digest of the zone is not the published one"),
  ZONEMD_SERIAL(
      Severity.ERROR, "RFC 8976 §4", "The serial of a ZONEMD record is not that of the SOA record"),
  /** Of several digests by one scheme and algorithm, none counts. */
  ZONEMD_DUPLICATE(
      Severity.ERROR, "RFC 8976 §4", "There are several ZONEMD records of one scheme and hash"),
  ZONEMD_UNSUPPORTED(
      Severity.WARNING,
      "RFC 8976 §4",
      "A ZONEMD record is of a scheme or hash that this program does not know"),
  ZONEMD_NOT_AT_APEX(
      Severity.WARNING, "RFC 8976 §2", "ZONEMD records stand at another name than the apex"),

  CDS_NOT_AT_APEX(
      Severity.WARNING,
      "RFC 7344 §4.1",
      "CDS or CDNSKEY records stand at another name than the apex"),

  CDS_WITHOUT_KEY(
      Severity.WARNING,
      "RFC 7344 §4.1",
      "A CDS or CDNSKEY record asks for a key that is not in the DNSKEY RRset"),
  CDS_DISAGREEMENT(
      Severity.WARNING, "RFC 7344 §4", "The CDS and the CDNSKEY records ask for different keys"),
  CDS_BREAKS_DELEGATION(
      Severity.WARNING,
      "RFC 7344 §4.1",
      "No CDS, or no CDNSKEY, record is for a key that signs the DNSKEY RRset"),
  CDS_DELETION(
      Severity.WARNING,
      "RFC 8078 §4",
      "The parent is asked to delete its DS records in another form than the one for that"),
  CDS_SIGNER(
      Severity.WARNING,
      "RFC 7344 §4.1",
      "CDS or CDNSKEY records are not signed by a key that a trust anchor names"),

  DS_AT_APEX(Severity.WARNING, "RFC 4035 §2.4", "The apex has DS records"),
  /** The child cannot be reached; what the zone itself answers stays valid. */
  DS_WITHOUT_NS(Severity.WARNING, "RFC 4035 §2.4", "DS records stand at a name without NS records"),
  DS_DIGEST_UNSUPPORTED(
      Severity.WARNING,
      "RFC 6840 §5.2",
      "A DS record has a digest type that this program does not know"),
  DS_ALGORITHM_UNSUPPORTED(
      Severity.WARNING,
      "RFC 4035 §5.2",
      "A DS record has an algorithm that this program does not know"),
  /** Validators treat the child as if it were not signed; the zone itself is none the worse. */
  DS_NOT_RELIED_ON(
      FindingKind.POLICY,
      Severity.WARNING,
      "RFC 9905 §3",
      "No DS record of a child is one that validators may rely on"),
  DS_SHA1(FindingKind.POLICY, Severity.WARNING, "RFC 9905 §3", "A DS record has a digest by SHA-1"),
  DS_TTL(
      FindingKind.ADVICE,
      Severity.NOTICE,
      "RFC 4035 §2.4",
      "The TTL of DS records is not that of the NS records beside them"),

  TTL_LONG(
      FindingKind.ADVICE,
      Severity.WARNING,
      "RFC 6781 §4.4.1",
      "The TTL of an RRset is longer than its signatures last"),
  SOA_EXPIRE_LONG(
      FindingKind.ADVICE,
      Severity.WARNING,
      "RFC 6781 §4.4.1",
      "The expire time of the SOA record is longer than the signatures last"),

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
  NSEC3PARAM_MISSING(
      Severity.ERROR,
      "RFC 5155 §7.1",
      "The zone has NSEC3 records and no NSEC3PARAM record that servers can use"),
  NSEC3PARAM_UNUSABLE(
      Severity.WARNING,
      "RFC 5155 §4.1.2",
      "Servers ignore an NSEC3PARAM record for its flags or its hash algorithm"),
  NSEC3PARAM_NOT_AT_APEX(
      Severity.WARNING, "RFC 5155 §4", "NSEC3PARAM records stand at another name than the apex"),
  NSEC3_CHAIN_MISSING(
      Severity.ERROR,
      "RFC 5155 §4",
      "The zone has no record of the chain that an NSEC3PARAM record names"),
  NSEC3_MISSING(Severity.ERROR, "RFC 5155 §7.1", "A name of the zone has no NSEC3 record"),
  /** An empty non-terminal above nothing but insecure delegations counts as one. */
  NSEC3_NOT_OPTED_OUT(
      Severity.ERROR,
      "RFC 5155 §7.1",
      "An insecure delegation has no NSEC3 record, and none with the opt-out flag covers it"),
  NSEC3_UNEXPECTED(
      Severity.ERROR, "RFC 5155 §7.1", "An NSEC3 record stands for no name of the zone"),
  /** Left over, or not complete yet: servers do not use it. */
  NSEC3_UNPUBLISHED(
      Severity.WARNING,
      "RFC 5155 §10.4",
      "No NSEC3PARAM record names the parameters of an NSEC3 record"),
  NSEC3_NOT_BELOW_APEX(
      Severity.ERROR, "RFC 5155 §3", "NSEC3 records stand elsewhere than directly below the apex"),
  NSEC3_OWNER(Severity.ERROR, "RFC 5155 §3", "The owner of an NSEC3 record is no hash"),
  NSEC3_NOT_SINGLE(
      Severity.ERROR, "RFC 5155 §7.1", "A hash has more than one NSEC3 record of one chain"),
  NSEC3_COLLISION(Severity.ERROR, "RFC 5155 §7.1", "Two names of the zone have the same hash"),
  NSEC3_NEXT(Severity.ERROR, "RFC 5155 §3.1.7", "An NSEC3 record does not lead to the next hash"),
  NSEC3_BITMAP(
      Severity.ERROR, "RFC 5155 §3.1.8", "The types of an NSEC3 record are not those at its name"),
  NSEC3_FLAGS(Severity.ERROR, "RFC 5155 §8.2", "Validators ignore an NSEC3 record for its flags"),
  /** Validators look at the records and not at this, but some servers refuse such a zone. */
  NSEC3_KEY_ALGORITHM(
      Severity.WARNING, "RFC 5155 §2", "A key is of an algorithm that does not go with NSEC3"),
  /** Answers stay valid, but proofs of absence live too long or too short in caches. */
  NSEC3_TTL(
      Severity.WARNING,
      "RFC 9077 §3",
      "The TTL of an NSEC3 record is not the lesser of the TTL and the MINIMUM of the SOA record"),
  NSEC3_BESIDE_NSEC(
      Severity.WARNING, "RFC 5155 §10.4", "The zone has an NSEC chain beside an NSEC3 chain"),
  NSEC3_OPT_OUT_MIXED(
      FindingKind.ADVICE,
      Severity.WARNING,
      "RFC 5155 §6",
      "Some NSEC3 records of a chain have the opt-out flag, and some have not"),
  /** It would take too long: there are too many chains, or too many iterations. */
  NSEC3_UNCHECKED(
      Severity.ERROR,
      "RFC 9276 §3.2",
      "The names of the zone were not compared with an NSEC3 chain"),
  NSEC3_ITERATIONS(
      FindingKind.POLICY,
      Severity.WARNING,
      "RFC 9276 §3.1",
      "The names of an NSEC3 chain are hashed more often than once"),
  NSEC3_ITERATIONS_EXCESSIVE(
      FindingKind.POLICY,
      Severity.ERROR,
      "RFC 9276 §3.2",
      "The names of an NSEC3 chain are hashed so often that validators give up"),
  NSEC3_SALT(
      FindingKind.ADVICE,
      Severity.WARNING,
      "RFC 9276 §3.1",
      "The names of an NSEC3 chain are hashed with a salt"),
  BITMAP_NXNAME(
      Severity.ERROR,
      "RFC 9824 §2",
      "A type bitmap names NXNAME, which only servers that sign as they answer use");

  private final FindingKind kind;
  private final RuleFacts facts;

  FindingCode(Severity severity, String section, String title) {
    this(FindingKind.PROTOCOL, severity, section, title);
  }

  FindingCode(FindingKind kind, Severity severity, String section, String title) {
    this.kind = kind;
    this.facts = new RuleFacts(severity, section, title);
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
  public RuleFacts facts() {
    return facts;
  }
}
