package org.offlinesign.p256;

import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.util.BigIntegers;

/** The same numbers as limbs, as octets and as {@link BigInteger}, and those of the curve. */
final class Numbers {
  static final ECNamedDomainParameters CURVE =
      ECNamedDomainParameters.lookup(SECObjectIdentifiers.secp256r1);
  static final BigInteger P = CURVE.getCurve().getField().getCharacteristic();
  static final BigInteger N = CURVE.getN();
  static final BigInteger RADIX = BigInteger.ONE.shiftLeft(260);

  private Numbers() {}

  /** Returns what limbs of any size and sign stand for. */
  static BigInteger value(long[] limbs) {
    BigInteger value = BigInteger.ZERO;
    for (int limb = limbs.length - 1; limb >= 0; limb--) {
      value = value.shiftLeft(Limbs.BITS).add(BigInteger.valueOf(limbs[limb]));
    }
    return value;
  }

  /** Returns the limbs of a number from zero to below 2^260. */
  static long[] limbs(BigInteger value) {
    long[] limbs = new long[Limbs.COUNT];
    for (int limb = 0; limb < limbs.length; limb++) {
      limbs[limb] = value.shiftRight(limb * Limbs.BITS).longValue() & Limbs.MASK;
    }
    return limbs;
  }

  static byte[] octets(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(Limbs.OCTETS, value);
  }

  /** Returns a number below 2^256, often one of those near which mistakes are made. */
  static BigInteger random(Random random) {
    BigInteger some = new BigInteger(256, random);
    return switch (random.nextInt(8)) {
      case 0 -> BigInteger.valueOf(random.nextInt(4));
      case 1 -> P.subtract(BigInteger.valueOf(random.nextInt(4)));
      case 2 -> N.subtract(BigInteger.valueOf(random.nextInt(4)));
      // Long runs of ones and of zeros.
      case 3 -> ones(256 - random.nextInt(256));
      case 4 -> some.or(ones(random.nextInt(256)));
      case 5 -> some.andNot(ones(random.nextInt(256)));
      default -> some;
    };
  }

  static BigInteger ones(int bits) {
    return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
  }
}
