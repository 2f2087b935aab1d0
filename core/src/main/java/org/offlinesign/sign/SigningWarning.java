package org.offlinesign.sign;

/**
 * Something that the user should know about a zone that was signed all the same.
 *
 * @param code a fixed word to tell warnings apart by
 * @param message one sentence; it begins with {@code file:line:column} where there is such a place
 */
public record SigningWarning(Code code, String message) {
  /** The kinds of warning. */
  public enum Code {
    /** RSASHA1 and SHA-1 digests must not be used (RFC 9905). */
    SHA1,
    /** An RSA key of under 1024 bits. */
    SHORT_KEY,
    /** Signatures of two keys of the zone cannot be told apart, or not once one is revoked. */
    SHARED_KEY_TAG,
    /** The zone is laid out for Windows, but has a key of an algorithm that Windows has not. */
    UNKNOWN_TO_WINDOWS,
    /** An NSEC3 chain has a salt or iterations (RFC 9276). */
    NSEC3_PARAMETERS,
    /** Signatures end before secondaries and caches let go of them. */
    SHORT_VALIDITY,
    /** Signatures do not cover the present time. */
    NOT_VALID_NOW,
    /** The serial is ahead of what was asked for, and was incremented. */
    SERIAL_AHEAD,
    /** The serial was kept, and does not come after the one that name servers have (RFC 1982). */
    SERIAL_STANDS,
    /** The zone file does not include its DNSSEC records yet. */
    NOT_INCLUDED,
    /** The answer with the DNSKEY RRset does not fit a datagram of 1232 octets. */
    LARGE_DNSKEY_ANSWER,
    /** Keys with the SEP flag are published, but none of them signs the DNSKEY RRset. */
    ENTRY_POINT_UNUSED,
    /** A KSK that is only published made a signature that ends soon, or that could not stay. */
    KEY_AWAY,
    /** The certificate of a key has expired or is not valid yet. */
    CERTIFICATE,
    /** A DNSKEY of the zone has an algorithm that is not known here. */
    UNKNOWN_ALGORITHM,
    /** A CDS or CDNSKEY record asks the parent for a key that the zone does not publish. */
    CDS_WITHOUT_KEY,
    /** A child had DS records and has none now. */
    LOST_DELEGATION,
    /** A keyset- or dsset- file of a child was not used as it stands. */
    CHILD_FILE,
    /** What a child asks for with CDS records is refused, or odd. */
    CHILD_ZONE,
    /** Nothing proves that this program wrote the zone that signatures were to come from. */
    PREVIOUS_UNKNOWN,
    /** The records of an RRset came with more than one TTL. */
    TTLS_DIFFER,
    /** Records that do not belong to the zone were left out. */
    OUT_OF_ZONE,
    /** Records that resolvers will never see stay in the file without signatures. */
    OCCLUDED,
    /** A ZONEMD record, which no longer fits the zone, was left out. */
    STALE_ZONEMD,
    /** CDS or CDNSKEY records ask the parent for what would break the delegation (RFC 7344). */
    CHILD_SIGNAL,
    /** No key has the SEP flag, so that there is nothing for a keyset- file. */
    NO_KEYSET,
    /** What the reader of the zone file had to say. */
    INPUT
  }
}
