package org.offlinesign.verify;

import org.offlinesign.record.RecordType;

/**
 * How long an RRset stays signed by an algorithm.
 *
 * @param seconds from the instant of the verification to the last valid second
 * @param type the type of the RRset
 * @param keyTag the key of the signature that expires last
 * @param signature that signature
 */
record Lifetime(long seconds, RecordType type, int algorithm, int keyTag, Subject signature) {
  /** Says whether this one ends before another. */
  boolean endsBefore(Lifetime that) {
    return seconds < that.seconds;
  }
}
