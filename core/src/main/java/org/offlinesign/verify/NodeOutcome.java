package org.offlinesign.verify;

/**
 * What came of checking some names.
 *
 * @param hashes the names and records to be compared once all are known
 */
record NodeOutcome(Findings findings, SignatureTally tally, Nsec3Entries hashes) {
  /** Adds what came of checking the names that follow, but for the hashes, which are many. */
  void addAll(NodeOutcome later) {
    findings.addAll(later.findings);
    tally.addAll(later.tally);
  }
}
