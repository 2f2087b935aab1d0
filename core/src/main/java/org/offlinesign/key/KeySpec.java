package org.offlinesign.key;

/**
 * What a new key is to be.
 *
 * @param bits the length of the key
 */
public record KeySpec(Algorithm algorithm, int bits, KeyRole role) {
  /** Checks that the algorithm has keys of this length. */
  public KeySpec {
    if (!algorithm.keyLengths().canGenerate(bits)) {
      throw new IllegalArgumentException(
          "a key of "
              + bits
              + " bits is not possible, "
              + algorithm.mnemonic()
              + " has "
              + algorithm.keyLengths());
    }
  }

  /** Returns a key of the usual length. */
  public static KeySpec of(Algorithm algorithm, KeyRole role) {
    return new KeySpec(algorithm, algorithm.keyLengths().usual(), role);
  }
}
