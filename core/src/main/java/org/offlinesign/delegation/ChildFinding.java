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
    FILE_IGNORED("have the child's owner send a new one, or move it away"),
    /** A file tells of keys that the child no longer has, or its signatures have expired. */
    STALE("ask the child's owner for the present one"),
    /** Two of dsset- file, keyset- file and CDS records tell of different keys. */
    DISAGREEING("see which is right, and take the other away"),
    /** The CDS and CDNSKEY records of the child ask for different things. */
    CONTRADICTION("only the child's owner can mend that"),
    /** Some DS records have a SHA-1 digest, which must not be used (RFC 9905). */
    SHA1("ask the child's owner for digests with SHA-256"),
    /** All have. */
    SHA1_ONLY("ask the child's owner for digests with SHA-256"),
    /** A digest is of a type that is not known here, or differs in type from key to key. */
    DIGEST("only the child's owner can mend that"),
    /** No signature can be checked, because the algorithm is not known here. */
    UNKNOWN_ALGORITHM("only the child's owner can mend that"),
    /**
     * The child's first DS records were asked for by nobody who is trusted (RFC 8078 §3); the
     * message says by which option that is overruled.
     */
    NEW_CHILD(""),
    /** CDS, CDNSKEY or DNSKEY records lack a valid signature by a key with a DS record. */
    NOT_SIGNED("only the child's owner can mend that"),
    /** Their signatures are older than those that were accepted before. */
    REPLAY("only the child's owner can mend that"),
    /** The DS records lead to no key that signs the child's DNSKEY records. */
    LEADS_NOWHERE("only the child's owner can mend that"),
    /** The child asks for the end of its DS records (RFC 8078 §4). */
    DELETION(
        "if the child's owner did not mean that, the CDS and CDNSKEY records must go from its zone");

    private final String advice;

    Code(String advice) {
      this.advice = advice;
    }
  }

  /** Returns the message with what to do about it, unless it says that itself. */
  public String messageWithAdvice() {
    return code.advice.isEmpty() ? message : message + "; " + code.advice;
  }
}
