package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.BITS;
import static org.offlinesign.p256.Limbs.COUNT;
import static org.offlinesign.p256.Limbs.MASK;
import static org.offlinesign.p256.Limbs.high;
import static org.offlinesign.p256.Limbs.low;

import java.util.Arrays;

/**
 * Multiplies modulo an odd number a little below 2^256, after Montgomery: what comes out is the
 * product divided by 2^260. For one thread.
 */
final class ModularProduct {
  private final long[] modulus;

  /** The negative inverse of the modulus modulo 2^52. */
  private final long clearing;

  private final long[] sum = new long[COUNT];

  ModularProduct(long[] modulus) {
    this.modulus = modulus;
    this.clearing = Limbs.clearing(modulus);
  }

  /** Returns what stands for one: 2^260 modulo the modulus. */
  long[] one() {
    long[] one = {0, 0, 0, 0, 1L << BITS};
    Limbs.addMultiple(one, -16, modulus);
    return one;
  }

  /** Puts the product of two numbers below 2^256 somewhere, from zero to below the modulus. */
  void multiply(long[] a, long[] b, long[] into) {
    Arrays.fill(sum, 0);
    for (int limb = 0; limb < COUNT; limb++) {
      addAndDivide(a[limb], b);
    }
    while (Limbs.compare(sum, modulus) >= 0) {
      Limbs.addMultiple(sum, -1, modulus);
    }
    System.arraycopy(sum, 0, into, 0, COUNT);
  }

  // The modulus is added as often as makes the lowest limb zero, so that dividing by 2^52 leaves
  // nothing over.
  private void addAndDivide(long a, long[] b) {
    long carry = sum[0] + low(a, b[0]);
    long often = (carry * clearing) & MASK;
    carry += low(often, modulus[0]);
    for (int limb = 1; limb < COUNT; limb++) {
      carry =
          (carry >> BITS)
              + sum[limb]
              + high(a, b[limb - 1])
              + high(often, modulus[limb - 1])
              + low(a, b[limb])
              + low(often, modulus[limb]);
      sum[limb - 1] = carry & MASK;
    }
    sum[COUNT - 1] = (carry >> BITS) + high(a, b[COUNT - 1]) + high(often, modulus[COUNT - 1]);
  }
}
