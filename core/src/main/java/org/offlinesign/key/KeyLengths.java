package org.offlinesign.key;

import com.google.errorprone.annotations.Immutable;

/**
 * The key lengths in bits that an algorithm allows.
 *
 * @param step of new keys; keys made elsewhere may have any length from shortest to longest
 */
@Immutable
public record KeyLengths(int shortest, int longest, int step, int usual) {
  /** Says whether a new key may have this length. */
  public boolean canGenerate(int bits) {
    return canUse(bits) && (bits - shortest) % step == 0;
  }

  /** Says whether a key of this length may be used, whoever made it. */
  public boolean canUse(int bits) {
    return bits >= shortest && bits <= longest;
  }

  /** Returns the allowed lengths in words: {@code 512 to 4096 bits in steps of 64}. */
  @Override
  public String toString() {
    return shortest == longest
        ? shortest + " bits"
        : shortest + " to " + longest + " bits in steps of " + step;
  }
}
