package org.offlinesign.key;

/**
 * Which signatures are checked with the public key the moment they are made, before anyone sees
 * them.
 *
 * <p>A check of RSA costs a thirtieth of the signature, one of ECDSA or EdDSA about two to three
 * signatures, which is why those who verify what they wrote anyway may do without.
 */
public enum ReleaseCheck {
  /** All. */
  ALWAYS(FaultEffect.NONE),
  /** Those of which a wrong one could tell the private key; others may come out wrong. */
  WHERE_A_FAULT_REVEALS_THE_KEY(FaultEffect.REVEALS_KEY_BESIDE_ANOTHER),
  /** RSA alone: for those who verify all signatures before they let any of them out. */
  LATER(FaultEffect.REVEALS_KEY);

  private final FaultEffect least;

  ReleaseCheck(FaultEffect least) {
    this.least = least;
  }

  boolean includes(FaultEffect effect) {
    return effect.compareTo(least) >= 0;
  }
}
