package org.offlinesign.p256;

/**
 * Checks ECDSA signatures (FIPS 186-5 §6.4.2). For one thread.
 *
 * <p>What it accepts is a signature. What it does not accept is none, but for those few that take
 * an addition of equal or opposite points on the way, which nobody makes by chance: who has to know
 * for certain asks another implementation then.
 */
public final class P256Verifier {
  private final PointTable generator = PointTable.ofGenerator();
  private final Equation equation = new Equation();
  private final JacobianPoint sum = new JacobianPoint();

  /**
   * Checks a signature by a key of what has a digest.
   *
   * @param digest 32 octets, as SHA-256 makes them
   * @param signature r and s, 64 octets
   */
  public boolean verify(P256Key key, byte[] digest, byte[] signature) {
    if (!equation.set(digest, signature)) {
      return false;
    }
    sum.clear();
    generator.addMultiple(equation.factorOfGenerator(), sum);
    key.table().addMultiple(equation.factorOfKey(), sum);
    return sum.isKnown() && equation.holds(sum::hasX);
  }
}
