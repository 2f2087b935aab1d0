package org.offlinesign.verify;

/** Counts what has been verified. For one thread at a time. */
final class SignatureTally {
  private final long[] validByKey;
  private long rrsets;
  private long signatures;
  private long unverifiable;

  SignatureTally(int keys) {
    this.validByKey = new long[keys];
  }

  /** Counts an RRset that must be signed. */
  void rrset() {
    rrsets++;
  }

  /** Counts an RRSIG record. */
  void signature() {
    signatures++;
  }

  /** Counts a signature whose algorithm is not supported. */
  void unverifiable() {
    unverifiable++;
  }

  /** Counts a signature that is valid by a key. */
  void valid(ApexKey key) {
    validByKey[key.index()]++;
  }

  /** Adds the counts of another tally for the same keys. */
  void addAll(SignatureTally that) {
    rrsets += that.rrsets;
    signatures += that.signatures;
    unverifiable += that.unverifiable;
    for (int key = 0; key < validByKey.length; key++) {
      validByKey[key] += that.validByKey[key];
    }
  }

  long rrsets() {
    return rrsets;
  }

  long signatures() {
    return signatures;
  }

  long unverifiableSignatures() {
    return unverifiable;
  }

  long validBy(ApexKey key) {
    return validByKey[key.index()];
  }
}
