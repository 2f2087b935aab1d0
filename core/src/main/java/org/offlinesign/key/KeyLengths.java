package org.offlinesign.key;

import com.google.errorprone.annotations.Immutable;

/**
 * The key lengths in bits that an algorithm allows.
 *
 * @param step of new keys; keys made elsewhere may have any length from shortest to longest
 * @param weakBelow the length under which a key can be broken
 */
@Immutable
public record KeyLengths(int shortest, int longest, int step, int usual, int weakBelow) {
  /** Returns the lengths of an algorithm whose keys are all of one length. */
  static KeyLengths fixed(int bits) {
    return new KeyLengths(bits, bits, 1, bits, bits);
  }

  /** Says whether there is but one length, which need not be asked for then. */
  public boolean isFixed() {
    return shortest == longest;
  }

  /** Says whether a key of this length can be broken. */
  public boolean isWeak(int bits) {
    return bits < weakBelow;
  }

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
    return isFixed()
        ? shortest + " bits"
        : shortest + " to " + longest + " bits in steps of " + step;
  }
}
