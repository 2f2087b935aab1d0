package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Sums of points of the curve y^2 = x^3 - 3x + b, side by side as x and y. For one thread; holds
 * 400 octets for each sum.
 *
 * <p>To add to a point divides by the difference of two x, which takes as long as 70 products. One
 * division serves all sums, so that an addition comes to six products and not to eleven.
 */
final class AffineSums {
  private final FieldElement[] xs;
  private final FieldElement[] ys;
  private final boolean[] started;

  // The additions that have begun: to which sum, of what, the difference of x, and the product of
  // all differences before it.
  private final int[] sums;
  private final long[][] tables;
  private final int[] offsets;
  private final boolean[] opposites;
  private final FieldElement[] differences;
  private final FieldElement[] products;
  private int begun;

  private final FieldInverse inversion = new FieldInverse();
  private final FieldElement inverse = new FieldElement();
  private final FieldElement addedX = new FieldElement();
  private final FieldElement addedY = new FieldElement();
  private final FieldElement slope = new FieldElement();
  private final FieldElement t = new FieldElement();

  AffineSums(int capacity) {
    this.xs = newElements(capacity);
    this.ys = newElements(capacity);
    this.started = new boolean[capacity];
    this.sums = new int[capacity];
    this.tables = new long[capacity][];
    this.offsets = new int[capacity];
    this.opposites = new boolean[capacity];
    this.differences = newElements(capacity);
    this.products = newElements(capacity + 1);
    products[0].setOne();
  }

  private static FieldElement[] newElements(int count) {
    return Stream.generate(FieldElement::new).limit(count).toArray(FieldElement[]::new);
  }

  /** Makes all sums those of nothing. */
  void clear() {
    Arrays.fill(started, false);
    begun = 0;
  }

  /**
   * Begins to add a point whose x and y are products, or its opposite, to a sum to which nothing
   * has been added since the last {@link #finish}.
   */
  void add(int sum, long[] coordinates, int offset, boolean opposite) {
    if (!started[sum]) {
      started[sum] = true;
      read(coordinates, offset, opposite);
      xs[sum].set(addedX);
      ys[sum].set(addedY);
      return;
    }
    sums[begun] = sum;
    tables[begun] = coordinates;
    offsets[begun] = offset;
    opposites[begun] = opposite;
    addedX.setLimbs(coordinates, offset);
    differences[begun].setDifference(addedX, xs[sum]);
    products[begun + 1].setProduct(products[begun], differences[begun]);
    begun++;
  }

  private void read(long[] coordinates, int offset, boolean opposite) {
    addedX.setLimbs(coordinates, offset);
    addedY.setLimbs(coordinates, offset + COUNT);
    if (opposite) {
      addedY.scale(-1);
    }
  }

  /**
   * Does the additions that have begun, or returns false if a sum was to be added to itself or to
   * its opposite: then no sum is known.
   */
  boolean finish() {
    inverse.set(products[begun]);
    if (!inversion.invert(inverse)) {
      return false;
    }
    // 1/difference of the last is 1/product of all times the product of those before.
    while (begun > 0) {
      begun--;
      slope.setProduct(products[begun], inverse);
      inverse.setProduct(inverse, differences[begun]);
      read(tables[begun], offsets[begun], opposites[begun]);
      addAlongSlope(xs[sums[begun]], ys[sums[begun]]);
    }
    return true;
  }

  // In units of p: |x| and |y| stay below 1.1, and the slope below 1.2.
  private void addAlongSlope(FieldElement x, FieldElement y) {
    t.setDifference(addedY, y);
    slope.setProduct(slope, t);
    t.setSquare(slope);
    t.setDifference(t, x);
    t.setDifference(t, addedX);
    t.tidy();
    x.setDifference(x, t);
    x.setProduct(x, slope);
    y.setDifference(x, y);
    y.tidy();
    x.set(t);
  }

  /** Hands out x and y of a sum, to which something has been added. */
  void copyTo(int sum, long[] coordinates, int offset) {
    xs[sum].copyTo(coordinates, offset);
    ys[sum].copyTo(coordinates, offset + COUNT);
  }

  /** Says whether a sum is a finite point whose x is a number below p. */
  boolean hasX(int sum, long[] number) {
    t.setNumber(number);
    t.setDifference(t, xs[sum]);
    return started[sum] && t.isZeroWhenPlain();
  }
}
