package org.offlinesign.verify;

import org.offlinesign.record.RecordType;

/**
 * How long an RRset stays signed by an algorithm.
 *
 * @param seconds from the instant of the verification to the last valid second
 * @param type the type of the RRset
 * @param last the signature that expires last
 * @param subject that signature as the subject of a finding
 */
record Lifetime(long seconds, RecordType type, SignatureSpans.RrsigIdentity last, Subject subject) {
  /** Says whether this one ends before another. */
  boolean endsBefore(Lifetime that) {
    return seconds < that.seconds;
  }
}
