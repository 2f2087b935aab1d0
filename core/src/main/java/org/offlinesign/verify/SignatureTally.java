package org.offlinesign.verify;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.offlinesign.record.RecordType;

/** Counts what has been verified. For one thread at a time. */
final class SignatureTally {
  private final long[] validByKey;
  private final long[] validOfKeySet;
  private final long[] timelyOfKeySet;
  private final Set<Integer> anchored = new TreeSet<>();
  private @Nullable Lifetime shortest;
  private long records;
  private long rrsets;
  private long signatures;
  private long unverifiable;

  SignatureTally(int keys) {
    this.validByKey = new long[keys];
    this.validOfKeySet = new long[keys];
    this.timelyOfKeySet = new long[keys];
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

  /** Counts a signature that is valid by a key. */
  void valid(ApexKey key) {
    validByKey[key.index()]++;
  }

  /** Counts a signature of the DNSKEY RRset that is valid by a key. */
  void validOfKeySet(ApexKey key) {
    validOfKeySet[key.index()]++;
  }

  /** Notes that an RRset of a type at the apex is signed now by a key by which trust enters. */
  void anchored(int type) {
    anchored.add(type);
  }

  /** Says whether the RRset of a type at the apex is signed now by such a key. */
  boolean isAnchored(RecordType type) {
    return anchored.contains(type.code());
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

  /** Counts a signature of the DNSKEY RRset that is valid by a key, and now. */
  void timelyOfKeySet(ApexKey key) {
    timelyOfKeySet[key.index()]++;
  }

  /** Adds the counts of another tally for the same keys, whose names come later. */
  void addAll(SignatureTally that) {
    if (that.shortest != null) {
      lifetime(that.shortest);
    }
    anchored.addAll(that.anchored);
    records += that.records;
    rrsets += that.rrsets;
    signatures += that.signatures;
    unverifiable += that.unverifiable;
    for (int key = 0; key < validByKey.length; key++) {
      validByKey[key] += that.validByKey[key];
      validOfKeySet[key] += that.validOfKeySet[key];
      timelyOfKeySet[key] += that.timelyOfKeySet[key];
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

  /** Says whether a key signs the DNSKEY RRset at the instant of the verification. */
  boolean signsKeySetNow(ApexKey key) {
    return timelyOfKeySet[key.index()] > 0;
  }

  long validBy(ApexKey key) {
    return validByKey[key.index()];
  }
}
