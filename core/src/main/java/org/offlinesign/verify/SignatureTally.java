package org.offlinesign.verify;

import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;

/** Counts what has been verified. For one thread at a time. */
final class SignatureTally {
  private final long[] validByKey;
  private final long[] validOfKeySet;
  private @Nullable Lifetime shortest;
  private long records;
  private long rrsets;
  private long signatures;
  private long unverifiable;

  SignatureTally(int keys) {
    this.validByKey = new long[keys];
    this.validOfKeySet = new long[keys];
  }

  /** Counts records, of whatever type. */
  void records(long count) {
    records += count;
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

  /** Counts a signature of a type that is valid by a key. */
  void valid(ApexKey key, int type) {
    validByKey[key.index()]++;
    if (type == RecordType.DNSKEY.code()) {
      validOfKeySet[key.index()]++;
    }
  }

  /** Notes how long an RRset stays signed by an algorithm that must sign it. */
  void lifetime(Lifetime lifetime) {
    if (shortest == null || lifetime.endsBefore(shortest)) {
      shortest = lifetime;
    }
  }

  /** Returns the lifetime that ends first; null if none was noted. */
  @Nullable Lifetime shortestLifetime() {
    return shortest;
  }

  /** Says whether an RRset that stays signed for some seconds would be the first to go. */
  boolean wouldBeShortest(long seconds) {
    return shortest == null || seconds < shortest.seconds();
  }

  /** Adds the counts of another tally for the same keys, whose names come later. */
  void addAll(SignatureTally that) {
    if (that.shortest != null) {
      lifetime(that.shortest);
    }
    records += that.records;
    rrsets += that.rrsets;
    signatures += that.signatures;
    unverifiable += that.unverifiable;
    for (int key = 0; key < validByKey.length; key++) {
      validByKey[key] += that.validByKey[key];
      validOfKeySet[key] += that.validOfKeySet[key];
    }
  }

  long records() {
    return records;
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

  /** Says whether a key signs the DNSKEY RRset that it stands in. */
  boolean signsKeySet(ApexKey key) {
    return validOfKeySet[key.index()] > 0;
  }

  long validBy(ApexKey key) {
    return validByKey[key.index()];
  }
}
