package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;
import static org.offlinesign.p256.Limbs.OCTETS;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What signatures claim, side by side: that the generator times one factor and the key times
 * another add up to a point whose x is r modulo the order (FIPS 186-5 §6.4.2). For one thread;
 * holds 300 octets for each.
 *
 * <p>To divide by s takes as long as 30 products. One division serves all.
 */
final class Equations {
  /** The order of the group. */
  static final long[] ORDER = {
    0x9cac2fc632551L, 0xada7179e84f3bL, 0xfffffffbce6faL, 0xfffffffffL, 0xffffffff0000L
  };

  private static final long[] PRIME_LESS_ORDER = {
    0x6353d039cdaaeL, 0x5358e8617b0c4L, 0x431905, 0, 0
  };

  private final ModularDivision division = new ModularDivision(ORDER);
  private final ModularProduct modular = new ModularProduct(ORDER);
  private final long[] inverse = new long[COUNT];
  private final long[] factor = new long[COUNT];
  private final long[][] r;
  private final long[][] s;

  /** The digest at first. */
  private final long[][] ofGenerator;

  private final long[][] ofKey;

  /** The products of all s before. */
  private final long[][] products;

  Equations(int capacity) {
    this.r = new long[capacity][COUNT];
    this.s = new long[capacity][COUNT];
    this.ofGenerator = new long[capacity][COUNT];
    this.ofKey = new long[capacity][COUNT];
    this.products = new long[capacity + 1][COUNT];
    System.arraycopy(modular.one(), 0, products[0], 0, COUNT);
  }

  /**
   * Takes a signature; of octets that are none it makes an equation that does not hold.
   *
   * @param digest 32 octets
   */
  void set(int at, byte[] digest, byte[] signature) {
    if (read(signature, r[at], s[at])) {
      Limbs.read(digest, 0, ofGenerator[at]);
    } else {
      // Nothing of both points is no point, and has no x.
      Arrays.fill(r[at], 0);
      Arrays.fill(ofGenerator[at], 0);
      Arrays.fill(s[at], 0);
      s[at][0] = 1;
    }
  }

  private static boolean read(byte[] signature, long[] r, long[] s) {
    if (signature.length != 2 * OCTETS) {
      return false;
    }
    Limbs.read(signature, 0, r);
    Limbs.read(signature, OCTETS, s);
    return isInRange(r) && isInRange(s);
  }

  private static boolean isInRange(long[] number) {
    return !Limbs.isZero(number) && Limbs.compare(number, ORDER) < 0;
  }

  /** Finds the factors of the first equations, once. */
  void solve(int count) {
    for (int at = 0; at < count; at++) {
      modular.multiply(products[at], s[at], products[at + 1]);
    }
    System.arraycopy(products[count], 0, factor, 0, COUNT);
    System.arraycopy(products[0], 0, inverse, 0, COUNT);
    division.divide(factor, inverse);
    // 1/s of the last is 1/product of all times the product of those before.
    for (int at = count - 1; at >= 0; at--) {
      modular.multiply(inverse, products[at], factor);
      modular.multiply(inverse, s[at], inverse);
      modular.multiply(factor, ofGenerator[at], ofGenerator[at]);
      modular.multiply(factor, r[at], ofKey[at]);
    }
  }

  long[] factorOfGenerator(int at) {
    return ofGenerator[at];
  }

  long[] factorOfKey(int at) {
    return ofKey[at];
  }

  /** Says whether a sum has the right x, of what says whether it has some x below p. */
  boolean holds(int at, Predicate<long[]> sumHasX) {
    if (sumHasX.test(r[at])) {
      return true;
    }
    // The numbers below p that are r modulo the order: r and, where there is room, r plus the
    // order.
    if (Limbs.compare(r[at], PRIME_LESS_ORDER) >= 0) {
      return false;
    }
    Limbs.addMultiple(r[at], 1, ORDER);
    return sumHasX.test(r[at]);
  }
}
