package org.offlinesign.verify;

/** What came of checking some names. */
record NodeOutcome(Findings findings, SignatureTally tally) {
  /** Adds what came of checking the names that follow. */
  void addAll(NodeOutcome later) {
    findings.addAll(later.findings);
    tally.addAll(later.tally);
  }
}
