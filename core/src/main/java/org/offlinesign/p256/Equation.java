package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;
import static org.offlinesign.p256.Limbs.OCTETS;

import java.util.function.Predicate;

/**
 * What a signature claims: that the generator times one factor and the key times another add up to
 * a point whose x is r modulo the order (FIPS 186-5 §6.4.2). For one thread.
 */
final class Equation {
  /** The order of the group. */
  static final long[] ORDER = {
    0x9cac2fc632551L, 0xada7179e84f3bL, 0xfffffffbce6faL, 0xfffffffffL, 0xffffffff0000L
  };

  private static final long[] PRIME_LESS_ORDER = {
    0x6353d039cdaaeL, 0x5358e8617b0c4L, 0x431905, 0, 0
  };

  private final ModularDivision division = new ModularDivision(ORDER);
  private final long[] r = new long[COUNT];
  private final long[] s = new long[COUNT];
  private final long[] ofGenerator = new long[COUNT];
  private final long[] ofKey = new long[COUNT];

  /**
   * Turns to a signature, or returns false if the octets are none.
   *
   * @param digest 32 octets
   */
  boolean set(byte[] digest, byte[] signature) {
    if (!setX(signature)) {
      return false;
    }
    Limbs.read(signature, OCTETS, s);
    if (!isInRange(s)) {
      return false;
    }
    Limbs.read(digest, 0, ofGenerator);
    System.arraycopy(r, 0, ofKey, 0, COUNT);
    division.divide(s, ofGenerator, ofKey);
    return true;
  }

  /** Turns to a signature whose factors are no longer needed. */
  boolean setX(byte[] signature) {
    if (signature.length != 2 * OCTETS) {
      return false;
    }
    Limbs.read(signature, 0, r);
    return isInRange(r);
  }

  private static boolean isInRange(long[] number) {
    return !Limbs.isZero(number) && Limbs.compare(number, ORDER) < 0;
  }

  long[] factorOfGenerator() {
    return ofGenerator;
  }

  long[] factorOfKey() {
    return ofKey;
  }

  /** Says whether the sum has the right x, once, of what says whether it has some x below p. */
  boolean holds(Predicate<long[]> sumHasX) {
    if (sumHasX.test(r)) {
      return true;
    }
    // The numbers below p that are r modulo the order: r and, where there is room, r plus the
    // order.
    if (Limbs.compare(r, PRIME_LESS_ORDER) >= 0) {
      return false;
    }
    Limbs.addMultiple(r, 1, ORDER);
    return sumHasX.test(r);
  }
}
