package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;

/** Makes a point, its double, the double of that and so on. For one thread. */
final class Doubles {
  private static final int POINT_SIZE = 2 * COUNT;
  private static final int SIZE = 3 * COUNT;

  private final int count;

  /** The points as x, y and z of Jacobian points. */
  private final long[] made;

  /** Products of all z before. */
  private final long[] products;

  private final JacobianPoint point = new JacobianPoint();
  private final FieldElement inverse = new FieldElement();
  private final FieldElement own = new FieldElement();
  private final FieldElement z = new FieldElement();
  private final FieldElement coordinate = new FieldElement();

  Doubles(int count) {
    this.count = count;
    this.made = new long[count * SIZE];
    this.products = new long[count * COUNT];
  }

  /** Returns x and y, as products, of so many points. */
  long[] of(CurvePoint first) {
    point.clear();
    point.add(first.coordinates(), 0, false);
    for (int at = 0; at < count; at++) {
      point.copyTo(made, at * SIZE);
      point.makeDouble();
    }
    return normalized();
  }

  // One division for all: 1/z of the last is 1/product of all times the product of those before.
  private long[] normalized() {
    long[] points = new long[count * POINT_SIZE];
    inverse.setOne();
    for (int at = 0; at < count; at++) {
      inverse.copyTo(products, at * COUNT);
      z.setLimbs(made, at * SIZE + 2 * COUNT);
      inverse.setProduct(inverse, z);
    }
    new FieldInverse().invert(inverse);
    for (int at = count - 1; at >= 0; at--) {
      own.setLimbs(products, at * COUNT);
      own.setProduct(own, inverse);
      z.setLimbs(made, at * SIZE + 2 * COUNT);
      inverse.setProduct(inverse, z);
      divideByZ(at * SIZE, points, at * POINT_SIZE);
    }
    return points;
  }

  private void divideByZ(int from, long[] into, int to) {
    z.setSquare(own);
    coordinate.setLimbs(made, from);
    coordinate.setProduct(coordinate, z);
    coordinate.copyTo(into, to);
    z.setProduct(z, own);
    coordinate.setLimbs(made, from + COUNT);
    coordinate.setProduct(coordinate, z);
    coordinate.copyTo(into, to + COUNT);
  }
}
