package org.offlinesign.p256;

/**
 * A point of the curve y^2 = x^3 - 3x + b as x/z^2 and y/z^3. Changed in place; for one thread.
 *
 * <p>Adding is incomplete: the sum of a point and itself, or of a point and its opposite, gets z =
 * 0, and z stays zero whatever is added then. So it is enough to look at z in the end; with z zero
 * it is not known which point this would have been.
 */
final class JacobianPoint {
  private final FieldElement x = new FieldElement();
  private final FieldElement y = new FieldElement();
  private final FieldElement z = new FieldElement();
  private boolean infinite = true;

  private final FieldElement addedX = new FieldElement();
  private final FieldElement addedY = new FieldElement();
  private final FieldElement t1 = new FieldElement();
  private final FieldElement t2 = new FieldElement();
  private final FieldElement t3 = new FieldElement();
  private final FieldElement t4 = new FieldElement();

  /** Makes this the point at infinity, the sum of nothing. */
  void clear() {
    infinite = true;
  }

  /** Adds a point whose x and y are products, or its opposite. */
  void add(long[] coordinates, int offset, boolean opposite) {
    addedX.setLimbs(coordinates, offset);
    addedY.setLimbs(coordinates, offset + Limbs.COUNT);
    if (opposite) {
      addedY.scale(-1);
    }
    if (infinite) {
      x.set(addedX);
      y.set(addedY);
      z.setOne();
      infinite = false;
    } else {
      addToFinite();
    }
  }

  // In units of p: |x| stays below 1.1, |y| below 3 and |z| below 2.
  private void addToFinite() {
    t1.setSquare(z);
    t2.setProduct(z, t1);
    t1.setProduct(t1, addedX);
    t2.setProduct(t2, addedY);
    t1.setDifference(t1, x); // h, which is zero where x is the same
    t2.setDifference(t2, y); // r
    z.setProduct(z, t1);
    t3.setSquare(t1);
    t1.setProduct(t1, t3); // h^3
    t3.setProduct(t3, x); // x h^2
    x.setSquare(t2);
    x.setDifference(x, t1);
    x.setDifference(x, t3);
    x.setDifference(x, t3);
    x.tidy();
    t1.setProduct(t1, y);
    t3.setDifference(t3, x);
    y.setProduct(t2, t3);
    y.setDifference(y, t1);
  }

  /** Makes this twice what it is. */
  void makeDouble() {
    if (infinite) {
      return;
    }
    t1.setSquare(z);
    t2.setSquare(y);
    t3.setProduct(x, t2);
    t3.scale(4); // 4 x y^2
    t4.setSum(x, t1);
    t1.setDifference(x, t1);
    t1.setProduct(t1, t4);
    t1.scale(3); // 3 (x - z^2) (x + z^2)
    z.setProduct(y, z);
    z.scale(2);
    x.setSquare(t1);
    x.setDifference(x, t3);
    x.setDifference(x, t3);
    x.tidy();
    t3.setDifference(t3, x);
    y.setProduct(t1, t3);
    t2.setSquare(t2);
    t2.scale(8); // 8 y^4
    y.setDifference(y, t2);
    y.tidy();
  }

  /** Hands out x, y and z. */
  void copyTo(long[] coordinates, int offset) {
    x.copyTo(coordinates, offset);
    y.copyTo(coordinates, offset + Limbs.COUNT);
    z.copyTo(coordinates, offset + 2 * Limbs.COUNT);
  }

  /** Says whether it is a finite point that was reached without an incomplete addition. */
  boolean isKnown() {
    if (infinite) {
      return false;
    }
    t1.set(z);
    return !t1.isZeroWhenPlain();
  }

  /** Says whether the x coordinate of a known point is a number below p. */
  boolean hasX(long[] number) {
    t1.setNumber(number);
    t2.setSquare(z);
    t1.setProduct(t1, t2);
    t1.setDifference(t1, x);
    return t1.isZeroWhenPlain();
  }
}
