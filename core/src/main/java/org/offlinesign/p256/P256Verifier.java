package org.offlinesign.p256;

/**
 * Checks ECDSA signatures (FIPS 186-5 §6.4.2). For one thread.
 *
 * <p>What it accepts is a signature. What it does not accept is none, but for those few that take
 * an addition of equal or opposite points on the way, which nobody makes by chance: who has to know
 * for certain asks another implementation then.
 */
public final class P256Verifier {
  private static final int BITS = 256;

  private final Equations equation = new Equations(1);
  private final JacobianPoint sum = new JacobianPoint();

  /**
   * Checks a signature by a key of what has a digest.
   *
   * @param digest 32 octets, as SHA-256 makes them
   * @param signature r and s, 64 octets
   */
  public boolean verify(P256Key key, byte[] digest, byte[] signature) {
    begin(digest, signature);
    PointTable.ofGenerator().addMultiple(equation.factorOfGenerator(0), sum);
    key.table().addMultiple(equation.factorOfKey(0), sum);
    return holds();
  }

  /**
   * Checks a signature by a key that has no table, which takes as long as six checks with one.
   *
   * @param point x and y in 64 octets, which others have found to be a point of the curve
   */
  public boolean verify(byte[] point, byte[] digest, byte[] signature) {
    begin(digest, signature);
    long[] generator = CurvePoint.GENERATOR.coordinates();
    long[] key = CurvePoint.read(point).coordinates();
    for (int bit = BITS - 1; bit >= 0; bit--) {
      sum.makeDouble();
      if (Limbs.window(equation.factorOfGenerator(0), bit, 1) != 0) {
        sum.add(generator, 0, false);
      }
      if (Limbs.window(equation.factorOfKey(0), bit, 1) != 0) {
        sum.add(key, 0, false);
      }
    }
    return holds();
  }

  private void begin(byte[] digest, byte[] signature) {
    equation.set(0, digest, signature);
    equation.solve(1);
    sum.clear();
  }

  private boolean holds() {
    return sum.isKnown() && equation.holds(0, sum::hasX);
  }
}
