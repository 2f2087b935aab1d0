package org.offlinesign.progress;

/** What work is measured in. */
public enum Quantity {
  /** Octets of files. */
  OCTETS,
  /** Records of zones. */
  RECORDS,
  /** Names of zones. */
  NAMES,
  /** Hashes of names, for NSEC3 (RFC 5155 §5). */
  HASHES,
  /** Signatures, made or checked. */
  SIGNATURES,
  /** Lines of a batch. */
  LINES
}
