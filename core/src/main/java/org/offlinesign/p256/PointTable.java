package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;

/**
 * Multiples of one point of the curve, with which any multiple of it takes 29 additions and no
 * doubling. Immutable; 580 KB.
 *
 * <p>A factor is cut into windows of 9 bits, each read as a digit from -255 to 256; the table has
 * the products of the point with each digit above zero, of each window. Making it takes about 7,400
 * additions.
 */
final class PointTable {
  static final int WIDTH = 9;
  private static final int POINTS = 1 << (WIDTH - 1);
  // One bit more than the 256, since the highest digit takes what the one below carries.
  static final int WINDOWS = (256 + WIDTH) / WIDTH;
  private static final int POINT_SIZE = 2 * COUNT;

  /** Made when it is first needed. */
  private static final class Generator {
    static final PointTable TABLE =
        new PointTable(
            new long[] {
              0x13945d898c296L,
              0x812deb33a0f4aL,
              0x3a440f277037dL,
              0x4247f8bce6e56L,
              0x6b17d1f2e12cL
            },
            new long[] {
              0x6406837bf51f5L,
              0x576b315ececbbL,
              0xc0f9e162bce33L,
              0x7f9b8ee7eb4a7L,
              0x4fe342e2fe1aL
            });
  }

  private final long[] points = new long[WINDOWS * POINTS * POINT_SIZE];

  /** Makes the table of a point, which must be one of the curve. */
  PointTable(long[] x, long[] y) {
    new Maker().fill(x, y);
  }

  /** Returns the table of the generator, made when it is first needed. */
  static PointTable ofGenerator() {
    return Generator.TABLE;
  }

  /** Adds this point times a number below 2^256. */
  void addMultiple(long[] number, JacobianPoint sum) {
    short[] digits = new short[WINDOWS];
    cut(number, digits, 0);
    for (int window = 0; window < WINDOWS; window++) {
      int digit = digits[window];
      if (digit != 0) {
        sum.add(points, offset(window, digit), digit < 0);
      }
    }
  }

  /**
   * Begins to add this point times one digit of a number, which is not zero, to one of the sums.
   */
  void addDigit(int window, int digit, AffineSums sums, int sum) {
    sums.add(sum, points, offset(window, digit), digit < 0);
  }

  private static int offset(int window, int digit) {
    return (window * POINTS + Math.abs(digit) - 1) * POINT_SIZE;
  }

  /** Cuts a number below 2^256 into digits. */
  static void cut(long[] number, short[] digits, int offset) {
    int carry = 0;
    for (int window = 0; window < WINDOWS; window++) {
      int digit = Limbs.window(number, window * WIDTH, WIDTH) + carry;
      carry = digit > POINTS ? 1 : 0;
      digits[offset + window] = (short) (digit - (carry << WIDTH));
    }
  }

  /** Fills a table, window by window. */
  private final class Maker {
    private static final int SIZE = 3 * COUNT;
    private static final int LAST = POINTS;

    /** The points of one window, and the first of the next, as x, y and z of Jacobian points. */
    private final long[] made = new long[(POINTS + 1) * SIZE];

    /** Products of all z before. */
    private final long[] products = new long[(POINTS + 1) * COUNT];

    private final long[] base = new long[POINT_SIZE];
    private final FieldInverse inversion = new FieldInverse();
    private final JacobianPoint point = new JacobianPoint();
    private final JacobianPoint twice = new JacobianPoint();
    private final FieldElement inverse = new FieldElement();
    private final FieldElement own = new FieldElement();
    private final FieldElement z = new FieldElement();
    private final FieldElement coordinate = new FieldElement();

    void fill(long[] x, long[] y) {
      coordinate.setNumber(x);
      coordinate.copyTo(base, 0);
      coordinate.setNumber(y);
      coordinate.copyTo(base, COUNT);
      for (int window = 0; window < WINDOWS; window++) {
        multiplyBase();
        normalize(window * POINTS * POINT_SIZE);
      }
    }

    private void multiplyBase() {
      point.clear();
      point.add(base, 0, false);
      point.copyTo(made, 0);
      // The sum of a point and itself is the one that adding does not know.
      twice.setDouble(point);
      twice.copyTo(made, SIZE);
      for (int at = 2; at < POINTS; at++) {
        twice.add(base, 0, false);
        twice.copyTo(made, at * SIZE);
      }
      point.setDouble(twice);
      point.copyTo(made, LAST * SIZE);
    }

    // One division for all: 1/z of the last is 1/product of all times the product of those before.
    private void normalize(int offset) {
      own.setOne();
      for (int at = 0; at <= LAST; at++) {
        own.copyTo(products, at * COUNT);
        z.setLimbs(made, at * SIZE + 2 * COUNT);
        own.setProduct(own, z);
      }
      inversion.invert(own);
      inverse.set(own);
      for (int at = LAST; at >= 0; at--) {
        own.setLimbs(products, at * COUNT);
        own.setProduct(own, inverse);
        z.setLimbs(made, at * SIZE + 2 * COUNT);
        inverse.setProduct(inverse, z);
        if (at == LAST) {
          divideByZ(at * SIZE, base, 0);
        } else {
          divideByZ(at * SIZE, points, offset + at * POINT_SIZE);
        }
      }
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
}
