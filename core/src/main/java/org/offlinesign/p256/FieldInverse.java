package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;

/** Inverts numbers modulo p. For one thread. */
final class FieldInverse {
  private final ModularDivision division = new ModularDivision(FieldElement.MODULUS);
  private final long[] divisor = new long[COUNT];
  private final long[] quotient = new long[COUNT];

  /**
   * Inverts a number of a magnitude below 8p, or returns false if it is zero, which has no inverse.
   */
  boolean invert(FieldElement number) {
    if (number.isZeroWhenPlain()) {
      return false;
    }
    number.copyTo(divisor, 0);
    System.arraycopy(FieldElement.ONE, 0, quotient, 0, COUNT);
    division.divide(divisor, quotient);
    number.setLimbs(quotient, 0);
    return true;
  }
}
