package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.BITS;
import static org.offlinesign.p256.Limbs.MASK;

/**
 * A number modulo the prime p = 2^256 - 2^224 + 2^192 + 2^96 - 1 in Montgomery form: it stands for
 * itself divided by 2^260. Changed in place; for one thread.
 *
 * <p>A number has many forms here: it may be negative, or some times p too large. The product of
 * numbers whose magnitudes are below a and b times p lies between -ab/16 and 1 + ab/16 times p, and
 * its limbs need no carry; sums and differences are taken limb by limb. Limbs must stay below 2^55,
 * so that no column of a product overflows.
 *
 * <p>The limbs are fields and not an array, so that there are no bounds to check.
 */
final class FieldElement {
  static final long[] MODULUS = {MASK, 0xfffffffffffL, 0, 0x1000000000L, 0xffffffff0000L};

  private static final int SHIFT = 6;
  private static final int SPLIT = Long.SIZE - SHIFT;

  /** 2^260 modulo p, which stands for 1. */
  static final long[] ONE = {0x10, 0xf000000000000L, 0xfffffffffffffL, 0xffeffffffffffL, 0xfffff};

  /** 2^520 modulo p, which stands for 2^260. */
  private static final long[] RADIX = {
    0x300, 0xffffffff00000L, 0xffffefffffffbL, 0xfdfffffffffffL, 0x4ffffff
  };

  private static final FieldElement RADIX_ELEMENT = new FieldElement();
  private static final FieldElement PLAIN_ONE = new FieldElement();

  static {
    RADIX_ELEMENT.setLimbs(RADIX, 0);
    PLAIN_ONE.l0 = 1;
  }

  private long l0;
  private long l1;
  private long l2;
  private long l3;
  private long l4;

  // The upper columns of a product until it is reduced.
  private long l5;
  private long l6;
  private long l7;
  private long l8;
  private long l9;

  void set(FieldElement that) {
    l0 = that.l0;
    l1 = that.l1;
    l2 = that.l2;
    l3 = that.l3;
    l4 = that.l4;
  }

  void setOne() {
    setLimbs(ONE, 0);
  }

  /** Takes over five limbs in Montgomery form. */
  void setLimbs(long[] limbs, int offset) {
    l0 = limbs[offset];
    l1 = limbs[offset + 1];
    l2 = limbs[offset + 2];
    l3 = limbs[offset + 3];
    l4 = limbs[offset + 4];
  }

  /** Hands out the five limbs in Montgomery form. */
  void copyTo(long[] limbs, int offset) {
    limbs[offset] = l0;
    limbs[offset + 1] = l1;
    limbs[offset + 2] = l2;
    limbs[offset + 3] = l3;
    limbs[offset + 4] = l4;
  }

  /** Takes over a plain number below 2^256. */
  void setNumber(long[] number) {
    setLimbs(number, 0);
    setProduct(this, RADIX_ELEMENT);
  }

  void setSum(FieldElement a, FieldElement b) {
    l0 = a.l0 + b.l0;
    l1 = a.l1 + b.l1;
    l2 = a.l2 + b.l2;
    l3 = a.l3 + b.l3;
    l4 = a.l4 + b.l4;
  }

  void setDifference(FieldElement a, FieldElement b) {
    l0 = a.l0 - b.l0;
    l1 = a.l1 - b.l1;
    l2 = a.l2 - b.l2;
    l3 = a.l3 - b.l3;
    l4 = a.l4 - b.l4;
  }

  /** Multiplies by a small number, which may be negative. */
  void scale(int factor) {
    l0 *= factor;
    l1 *= factor;
    l2 *= factor;
    l3 *= factor;
    l4 *= factor;
  }

  /**
   * Multiplies.
   *
   * <p>A column of the product, the sum of all products of limbs that have the same place, is split
   * at its bit 58: into the sum of what the products have above it, and what this leaves of the sum
   * of the products modulo 2^64.
   */
  void setProduct(FieldElement a, FieldElement b) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    long b0 = b.l0;
    long b1 = b.l1;
    long b2 = b.l2;
    long b3 = b.l3;
    long b4 = b.l4;
    long h0 = high(a0, b0);
    long h1 = high(a0, b1) + high(a1, b0);
    long h2 = high(a0, b2) + high(a1, b1) + high(a2, b0);
    long h3 = high(a0, b3) + high(a1, b2) + high(a2, b1) + high(a3, b0);
    long h4 = high(a0, b4) + high(a1, b3) + high(a2, b2) + high(a3, b1) + high(a4, b0);
    long h5 = high(a1, b4) + high(a2, b3) + high(a3, b2) + high(a4, b1);
    long h6 = high(a2, b4) + high(a3, b3) + high(a4, b2);
    long h7 = high(a3, b4) + high(a4, b3);
    long h8 = high(a4, b4);
    l0 = a0 * b0 - (h0 << SPLIT);
    l1 = a0 * b1 + a1 * b0 - (h1 << SPLIT) + (h0 << SHIFT);
    l2 = a0 * b2 + a1 * b1 + a2 * b0 - (h2 << SPLIT) + (h1 << SHIFT);
    l3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 - (h3 << SPLIT) + (h2 << SHIFT);
    l4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 - (h4 << SPLIT) + (h3 << SHIFT);
    l5 = a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 - (h5 << SPLIT) + (h4 << SHIFT);
    l6 = a2 * b4 + a3 * b3 + a4 * b2 - (h6 << SPLIT) + (h5 << SHIFT);
    l7 = a3 * b4 + a4 * b3 - (h7 << SPLIT) + (h6 << SHIFT);
    l8 = a4 * b4 - (h8 << SPLIT) + (h7 << SHIFT);
    l9 = h8 << SHIFT;
    reduce();
  }

  void setSquare(FieldElement a) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    long d1 = 2 * a1;
    long d2 = 2 * a2;
    long d3 = 2 * a3;
    long d4 = 2 * a4;
    long h0 = high(a0, a0);
    long h1 = high(a0, d1);
    long h2 = high(a0, d2) + high(a1, a1);
    long h3 = high(a0, d3) + high(a1, d2);
    long h4 = high(a0, d4) + high(a1, d3) + high(a2, a2);
    long h5 = high(a1, d4) + high(a2, d3);
    long h6 = high(a2, d4) + high(a3, a3);
    long h7 = high(a3, d4);
    long h8 = high(a4, a4);
    l0 = a0 * a0 - (h0 << SPLIT);
    l1 = a0 * d1 - (h1 << SPLIT) + (h0 << SHIFT);
    l2 = a0 * d2 + a1 * a1 - (h2 << SPLIT) + (h1 << SHIFT);
    l3 = a0 * d3 + a1 * d2 - (h3 << SPLIT) + (h2 << SHIFT);
    l4 = a0 * d4 + a1 * d3 + a2 * a2 - (h4 << SPLIT) + (h3 << SHIFT);
    l5 = a1 * d4 + a2 * d3 - (h5 << SPLIT) + (h4 << SHIFT);
    l6 = a2 * d4 + a3 * a3 - (h6 << SPLIT) + (h5 << SHIFT);
    l7 = a3 * d4 - (h7 << SPLIT) + (h6 << SHIFT);
    l8 = a4 * a4 - (h8 << SPLIT) + (h7 << SHIFT);
    l9 = h8 << SHIFT;
    reduce();
  }

  /** Returns what a product of limbs has from bit 58 on. */
  private static long high(long a, long b) {
    return Math.multiplyHigh(a << SHIFT, b);
  }

  // Montgomery's reduction, a limb at a time. Because p is -1 modulo 2^52, the limb m itself is how
  // often p must be added to make it zero: -m clears it, and the powers 2^96, 2^192, 2^256 and
  // -2^224 of p put m at the bits 44, 36, 48 and 16 of limbs above.
  private void reduce() {
    long m = l0 & MASK;
    long c1 = l1 + (l0 >> BITS) + ((m << 44) & MASK);
    long c2 = l2 + (m >> 8);
    long c3 = l3 + ((m << 36) & MASK);
    long c4 = l4 + (m >> 16) + ((m << 48) & MASK) - ((m << 16) & MASK);
    long c5 = l5 + (m >> 4) - (m >> 36);
    m = c1 & MASK;
    c2 += (c1 >> BITS) + ((m << 44) & MASK);
    c3 += m >> 8;
    c4 += (m << 36) & MASK;
    c5 += (m >> 16) + ((m << 48) & MASK) - ((m << 16) & MASK);
    long c6 = l6 + (m >> 4) - (m >> 36);
    m = c2 & MASK;
    c3 += (c2 >> BITS) + ((m << 44) & MASK);
    c4 += m >> 8;
    c5 += (m << 36) & MASK;
    c6 += (m >> 16) + ((m << 48) & MASK) - ((m << 16) & MASK);
    long c7 = l7 + (m >> 4) - (m >> 36);
    m = c3 & MASK;
    c4 += (c3 >> BITS) + ((m << 44) & MASK);
    c5 += m >> 8;
    c6 += (m << 36) & MASK;
    c7 += (m >> 16) + ((m << 48) & MASK) - ((m << 16) & MASK);
    long c8 = l8 + (m >> 4) - (m >> 36);
    m = c4 & MASK;
    c5 += (c4 >> BITS) + ((m << 44) & MASK);
    c6 += m >> 8;
    c7 += (m << 36) & MASK;
    c8 += (m >> 16) + ((m << 48) & MASK) - ((m << 16) & MASK);
    setCarried(c5, c6, c7, c8, l9 + (m >> 4) - (m >> 36));
  }

  private void setCarried(long c0, long c1, long c2, long c3, long c4) {
    l0 = c0 & MASK;
    c1 += c0 >> BITS;
    l1 = c1 & MASK;
    c2 += c1 >> BITS;
    l2 = c2 & MASK;
    c3 += c2 >> BITS;
    l3 = c3 & MASK;
    l4 = c4 + (c3 >> BITS);
  }

  /** Takes p off as often as the bits from 2^256 on say, so that about 0 to p is left. */
  void tidy() {
    long often = l4 >> 48;
    setCarried(
        l0 + often, l1 - (often << 44), l2, l3 - (often << 36), l4 - (often << 48) + (often << 16));
  }

  /**
   * Makes it the plain number that it stands for, from 0 to p inclusive and with limbs in order;
   * for magnitudes below 8p.
   */
  void makePlain() {
    setProduct(this, PLAIN_ONE);
  }

  /** Says whether it stands for zero, and makes it plain. */
  boolean isZeroWhenPlain() {
    makePlain();
    boolean zero = (l0 | l1 | l2 | l3 | l4) == 0;
    boolean modulus =
        l0 == MODULUS[0]
            && l1 == MODULUS[1]
            && l2 == MODULUS[2]
            && l3 == MODULUS[3]
            && l4 == MODULUS[4];
    return zero || modulus;
  }
}
