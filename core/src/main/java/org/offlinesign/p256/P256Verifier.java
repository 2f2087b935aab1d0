package org.offlinesign.p256;

import static org.offlinesign.p256.Limbs.COUNT;
import static org.offlinesign.p256.Limbs.OCTETS;

/**
 * Checks ECDSA signatures (FIPS 186-5 §6.4.2). For one thread.
 *
 * <p>What it accepts is a signature. What it does not accept is none, but for those few that take
 * an addition of equal or opposite points on the way, which nobody makes by chance: who has to know
 * for certain asks another implementation then.
 */
public final class P256Verifier {
  /** The order of the group. */
  static final long[] ORDER = {
    0x9cac2fc632551L, 0xada7179e84f3bL, 0xfffffffbce6faL, 0xfffffffffL, 0xffffffff0000L
  };

  private static final long[] PRIME_LESS_ORDER = {
    0x6353d039cdaaeL, 0x5358e8617b0c4L, 0x431905, 0, 0
  };

  private final PointTable generator = Generator.TABLE;
  private final ModularDivision division = new ModularDivision(ORDER);
  private final JacobianPoint sum = new JacobianPoint();
  private final long[] r = new long[COUNT];
  private final long[] s = new long[COUNT];
  private final long[] ofGenerator = new long[COUNT];
  private final long[] ofKey = new long[COUNT];

  /** The table of the generator, made when it is first needed. */
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

  /**
   * Checks a signature by a key of what has a digest.
   *
   * @param digest 32 octets, as SHA-256 makes them
   * @param signature r and s, 64 octets
   */
  public boolean verify(P256Key key, byte[] digest, byte[] signature) {
    if (signature.length != 2 * OCTETS) {
      return false;
    }
    Limbs.read(signature, 0, r);
    Limbs.read(signature, OCTETS, s);
    if (!isInRange(r) || !isInRange(s)) {
      return false;
    }
    Limbs.read(digest, 0, ofGenerator);
    System.arraycopy(r, 0, ofKey, 0, COUNT);
    division.divide(s, ofGenerator, ofKey);
    sum.clear();
    generator.addMultiple(ofGenerator, sum);
    key.table().addMultiple(ofKey, sum);
    return sum.isKnown() && hasRightX();
  }

  private static boolean isInRange(long[] number) {
    return !Limbs.isZero(number) && Limbs.compare(number, ORDER) < 0;
  }

  // The numbers below p that are r modulo the order: r and, where there is room, r plus the order.
  private boolean hasRightX() {
    if (sum.hasX(r)) {
      return true;
    }
    if (Limbs.compare(r, PRIME_LESS_ORDER) >= 0) {
      return false;
    }
    Limbs.addMultiple(r, 1, ORDER);
    return sum.hasX(r);
  }
}
