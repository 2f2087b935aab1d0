package org.offlinesign.verify;

/** The measure that a zone falls short of. */
public enum FindingKind {
  /** The protocol: an error means that signatures or proofs of the zone do not hold. */
  PROTOCOL,
  /**
   * What may still be used today (RFC 9904, 9905, 9276): an error means that validators treat the
   * zone, or a part of it, as if it were not signed, however well it verifies.
   */
  POLICY,
  /** Good practice: nothing is wrong now, but something may go wrong sooner than need be. */
  ADVICE
}
