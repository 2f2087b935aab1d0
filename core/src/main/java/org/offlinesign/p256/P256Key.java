package org.offlinesign.p256;

/**
 * A public key with a table that makes checking its signatures fast. Immutable and safe for any
 * thread. Holds 580 KB, and as much again for all keys together; making it takes as long as some
 * hundred checks without a table.
 */
public final class P256Key {
  private final PointTable table;

  private P256Key(PointTable table) {
    this.table = table;
  }

  /**
   * Makes the table of a key.
   *
   * @param point x and y in 64 octets, which others have found to be a point of the curve
   */
  public static P256Key of(byte[] point) {
    return new P256Key(new PointTable(CurvePoint.read(point)));
  }

  PointTable table() {
    return table;
  }
}
