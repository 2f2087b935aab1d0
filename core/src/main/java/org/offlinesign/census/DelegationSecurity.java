package org.offlinesign.census;

/** Whether validators can get into a child zone by its DS records. */
public enum DelegationSecurity {
  /** By one of them at least. */
  SECURE,
  /** All are of algorithms or digests that are not known; it counts as insecure (RFC 4035 §5.2). */
  UNKNOWN,
  /** There are none. */
  INSECURE
}
