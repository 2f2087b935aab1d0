package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;

/**
 * Multiples of one point of the curve, with which any multiple of it takes 29 additions and no
 * doubling. Immutable; 580 KB.
 *
 * <p>A factor is cut into windows of 9 bits, each read as a digit from -255 to 256; the table has
 * the products of the point with each digit above zero, of each window. Making it takes about 7,200
 * additions and 260 doublings.
 */
final class PointTable {
  static final int WIDTH = 9;
  private static final int POINTS = 1 << (WIDTH - 1);
  // One bit more than the 256, since the highest digit takes what the one below carries.
  static final int WINDOWS = (256 + WIDTH) / WIDTH;
  private static final int POINT_SIZE = 2 * COUNT;

  /** Made when it is first needed. */
  private static final class Generator {
    static final PointTable TABLE = new PointTable(CurvePoint.GENERATOR);
  }

  private final long[] points = new long[WINDOWS * POINTS * POINT_SIZE];

  /** Makes the table of a point, which must be one of the curve. */
  PointTable(CurvePoint point) {
    new Maker().fill(point);
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
    return slot(window, Math.abs(digit));
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

  /** Where the table has a digit above zero of a window. */
  private static int slot(int window, int digit) {
    return (window * POINTS + digit - 1) * POINT_SIZE;
  }

  /**
   * Fills a table: first with all digits that are powers of two, which are doubles of the point,
   * then with sums of these and all smaller digits, many side by side.
   */
  private final class Maker {
    private static final int DOUBLES = WINDOWS * WIDTH;
    private static final int SUMS = 256;

    private final AffineSums sums = new AffineSums(SUMS);
    private final int[] slots = new int[SUMS];
    private int begun;

    void fill(CurvePoint point) {
      long[] doubles = new Doubles(DOUBLES).of(point);
      for (int half = 1; half <= POINTS; half *= 2) {
        for (int window = 0; window < WINDOWS; window++) {
          int from = (window * WIDTH + Integer.numberOfTrailingZeros(half)) * POINT_SIZE;
          System.arraycopy(doubles, from, points, slot(window, half), POINT_SIZE);
        }
        for (int window = 0; half < POINTS && window < WINDOWS; window++) {
          addToAllBelow(window, half);
        }
        finish();
      }
    }

    private void addToAllBelow(int window, int half) {
      for (int digit = 1; digit < half; digit++) {
        if (begun == SUMS) {
          finish();
        }
        sums.add(begun, points, slot(window, digit), false);
        sums.add(begun, points, slot(window, half), false);
        slots[begun] = slot(window, digit + half);
        begun++;
      }
    }

    private void finish() {
      if (!sums.finish()) {
        throw new IllegalArgumentException(
            "multiples of the point are equal: it is not of the curve");
      }
      for (int sum = 0; sum < begun; sum++) {
        sums.copyTo(sum, points, slots[sum]);
      }
      sums.clear();
      begun = 0;
    }
  }
}
