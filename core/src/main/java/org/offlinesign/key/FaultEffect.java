package org.offlinesign.key;

/**
 * What a signature that a fault of the machine made wrong tells of the private key to those who see
 * it.
 */
enum FaultEffect {
  /** Nothing that is known: each signature has a random number of its own (ECDSA). */
  NONE,
  /**
   * The key, to those who also see the right signature of the same octets: both hide it behind the
   * same number (EdDSA, and ECDSA by RFC 6979).
   */
  REVEALS_KEY_BESIDE_ANOTHER,
  /** The key, alone: a fault in one of its two halves gives away a factor (RSA). */
  REVEALS_KEY
}
