package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.BITS;
import static org.offlinesign.p256.Limbs.COUNT;
import static org.offlinesign.p256.Limbs.MASK;
import static org.offlinesign.p256.Limbs.high;
import static org.offlinesign.p256.Limbs.low;

/**
 * Divides modulo a prime by the division steps of Bernstein and Yang ("Fast constant-time gcd
 * computation and modular inversion", 2019), in time that depends on the numbers. For one thread.
 *
 * <p>The modulus f, which is odd, and the divisor g become smaller by steps that halve g, or the
 * even one of their combinations, until g is zero and f is 1 or -1. The quotient is a pair of
 * numbers as well, at first zero and the dividend: that many times the divisor f and g are, modulo
 * the prime and times the dividend, and the same steps keep it so. The lowest bits of f and g
 * decide on the steps; so 52 of them are found with one word each, as a matrix, and then applied to
 * all pairs.
 */
final class ModularDivision {
  /** At most so many bits of g are cleared at once: from f^2 = 1 modulo 8 follow six of 1/f. */
  private static final int BITS_AT_ONCE = 6;

  private static final long[] ZERO = new long[COUNT];

  private final long[] modulus;

  /** The negative inverse of the modulus modulo 2^52. */
  private final long clearing;

  private final Pair divisors = new Pair();
  private final Pair quotient = new Pair();

  // The matrix of 52 steps, times 2^52: its rows make the first and the second of a pair.
  private long firstFirst;
  private long firstSecond;
  private long secondFirst;
  private long secondSecond;

  /** How far the steps are from making g the new f, below zero if they are beyond. */
  private long distance;

  /** Creates divisions modulo an odd prime a little below 2^256, which they do not change. */
  ModularDivision(long[] modulus) {
    this.modulus = modulus;
    this.clearing = Limbs.clearing(modulus);
  }

  /**
   * Divides a number below 2^256 by another, which must not be zero modulo the prime, and puts the
   * quotient, from zero to below the modulus, in its place.
   */
  void divide(long[] divisor, long[] dividend) {
    divisors.set(modulus, divisor);
    quotient.set(ZERO, dividend);
    distance = -1;
    while (!Limbs.isZero(divisors.second)) {
      findSteps(divisors.first[0], divisors.second[0]);
      divisors.apply();
      quotient.apply();
    }
    boolean negative = divisors.first[COUNT - 1] < 0;
    quotient.finish(negative, dividend);
  }

  private void findSteps(long lowestOfF, long lowestOfG) {
    long f = lowestOfF;
    long g = lowestOfG;
    long u = 1;
    long v = 0;
    long q = 0;
    long r = 1;
    int left = BITS;
    while (true) {
      int zeros = Long.numberOfTrailingZeros(g | (-1L << left));
      g >>= zeros;
      u <<= zeros;
      v <<= zeros;
      distance -= zeros;
      left -= zeros;
      if (left == 0) {
        break;
      }
      if (distance < 0) {
        distance = -distance;
        long swap = f;
        f = g;
        g = -swap;
        swap = u;
        u = q;
        q = -swap;
        swap = v;
        v = r;
        r = -swap;
      }
      long often = clearing(f, g, Math.min(distance + 1, left));
      g += f * often;
      q += u * often;
      r += v * often;
    }
    firstFirst = u;
    firstSecond = v;
    secondFirst = q;
    secondSecond = r;
  }

  /** Returns how often f must be added to g to clear some bits of g, or as many as it can. */
  private static long clearing(long f, long g, long bits) {
    return (f * g * (f * f - 2)) & ((1L << Math.min(bits, BITS_AT_ONCE)) - 1);
  }

  /** Two numbers that the steps combine. */
  private final class Pair {
    private long[] first = new long[COUNT];
    private long[] second = new long[COUNT];
    private long[] nextFirst = new long[COUNT];
    private long[] nextSecond = new long[COUNT];

    void set(long[] one, long[] other) {
      System.arraycopy(one, 0, first, 0, COUNT);
      System.arraycopy(other, 0, second, 0, COUNT);
    }

    void apply() {
      combine(firstFirst, firstSecond, nextFirst);
      combine(secondFirst, secondSecond, nextSecond);
      long[] swap = first;
      first = nextFirst;
      nextFirst = swap;
      swap = second;
      second = nextSecond;
      nextSecond = swap;
    }

    // The modulus is added as often as makes the lowest limb zero, so that dividing by 2^52 leaves
    // nothing over. To f and g that is never: the steps have seen to it.
    private void combine(long u, long v, long[] into) {
      long sum = low(u, first[0]) + low(v, second[0]);
      long often = (sum * clearing) & MASK;
      sum += low(often, modulus[0]);
      for (int limb = 1; limb < COUNT; limb++) {
        sum =
            (sum >> BITS)
                + high(u, first[limb - 1])
                + high(v, second[limb - 1])
                + high(often, modulus[limb - 1])
                + low(u, first[limb])
                + low(v, second[limb])
                + low(often, modulus[limb]);
        into[limb - 1] = sum & MASK;
      }
      into[COUNT - 1] =
          (sum >> BITS)
              + high(u, first[COUNT - 1])
              + high(v, second[COUNT - 1])
              + high(often, modulus[COUNT - 1]);
    }

    /** Brings the first number, negated or not, between zero and the modulus. */
    void finish(boolean negative, long[] into) {
      for (int limb = 0; limb < COUNT; limb++) {
        into[limb] = negative ? -first[limb] : first[limb];
      }
      Limbs.carry(into);
      Limbs.addMultiple(into, -(into[COUNT - 1] >> 48), modulus);
      while (into[COUNT - 1] < 0) {
        Limbs.addMultiple(into, 1, modulus);
      }
      while (Limbs.compare(into, modulus) >= 0) {
        Limbs.addMultiple(into, -1, modulus);
      }
    }
  }
}
