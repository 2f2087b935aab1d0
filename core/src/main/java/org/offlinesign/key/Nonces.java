package org.offlinesign.key;

/** Where ECDSA takes the secret number from that each signature needs. */
enum Nonces {
  RANDOM(FaultEffect.NONE),
  /** Computed from key and data, so that the same data gets the same signature (RFC 6979). */
  DETERMINISTIC(FaultEffect.REVEALS_KEY_BESIDE_ANOTHER);

  private final FaultEffect faultEffect;

  Nonces(FaultEffect faultEffect) {
    this.faultEffect = faultEffect;
  }

  /** Returns what a wrong signature tells of the private key. */
  FaultEffect faultEffect() {
    return faultEffect;
  }
}
