package org.offlinesign.delegation;

/**
 * Something about the keys of a child that the owner of the parent should know.
 *
 * @param code a fixed word to tell findings apart by
 * @param message one sentence; it names the child or the file
 */
public record ChildFinding(Code code, String message) {
  /** The kinds of finding. */
  public enum Code {
    /** A file, or a part of it, was not used. */
    FILE_IGNORED,
    /** A file tells of keys that the child no longer has, or its signatures have expired. */
    STALE,
    /** Two of dsset- file, keyset- file and CDS records tell of different keys. */
    DISAGREEING,
    /** The CDS and CDNSKEY records of the child ask for different things. */
    CONTRADICTION,
    /** Some DS records have a SHA-1 digest, which must not be used (RFC 9905). */
    SHA1,
    /** All have. */
    SHA1_ONLY,
    /** A digest is of a type that is not known here, or differs in type from key to key. */
    DIGEST,
    /** No signature can be checked, because the algorithm is not known here. */
    UNKNOWN_ALGORITHM,
    /** The child's first DS records were asked for by nobody who is trusted (RFC 8078 §3). */
    NEW_CHILD,
    /** CDS, CDNSKEY or DNSKEY records lack a valid signature by a key with a DS record. */
    NOT_SIGNED,
    /** Their signatures are older than those that were accepted before. */
    REPLAY,
    /** The DS records lead to no key that signs the child's DNSKEY records. */
    LEADS_NOWHERE,
    /** The child asks for the end of its DS records (RFC 8078 §4). */
    DELETION
  }
}
