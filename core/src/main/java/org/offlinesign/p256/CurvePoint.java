package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;
import static org.offlinesign.p256.Limbs.OCTETS;

/** A point of the curve. Immutable. */
final class CurvePoint {
  /** Of this all others are multiples (SP 800-186 §3.2.1.3). */
  static final CurvePoint GENERATOR =
      new CurvePoint(
          new long[] {
            0x13945d898c296L, 0x812deb33a0f4aL, 0x3a440f277037dL, 0x4247f8bce6e56L, 0x6b17d1f2e12cL
          },
          new long[] {
            0x6406837bf51f5L, 0x576b315ececbbL, 0xc0f9e162bce33L, 0x7f9b8ee7eb4a7L, 0x4fe342e2fe1aL
          });

  private final long[] coordinates = new long[2 * COUNT];

  /** Takes over numbers that belong to a point, which is not checked. */
  CurvePoint(long[] x, long[] y) {
    FieldElement coordinate = new FieldElement();
    coordinate.setNumber(x);
    coordinate.copyTo(coordinates, 0);
    coordinate.setNumber(y);
    coordinate.copyTo(coordinates, COUNT);
  }

  /** Reads x and y, 64 octets. */
  static CurvePoint read(byte[] point) {
    if (point.length != 2 * OCTETS) {
      throw new IllegalArgumentException("expected 64 octets of a key but found " + point.length);
    }
    long[] x = new long[COUNT];
    long[] y = new long[COUNT];
    Limbs.read(point, 0, x);
    Limbs.read(point, OCTETS, y);
    return new CurvePoint(x, y);
  }

  /** Returns x and y as products, for reading. */
  long[] coordinates() {
    return coordinates;
  }
}
