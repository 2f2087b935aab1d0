package org.offlinesign.key;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A curve y² = x³ - 3x + b over the numbers modulo a prime, of prime order (FIPS 186-4 D.1.2), as
 * far as it goes without arithmetic of points, whose classes and tables take long to load.
 */
enum PrimeCurve {
  P256(
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
      "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
  P384(
      "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe"
          + "ffffffff0000000000000000ffffffff",
      "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a"
          + "c656398d8a2ed19d2a85c8edd3ec2aef",
      "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf"
          + "581a0db248b0a77aecec196accc52973");

  private static final int HEX = 16;
  private static final byte UNCOMPRESSED = 4;
  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final BigInteger prime;
  private final BigInteger constant;
  private final BigInteger order;

  PrimeCurve(String prime, String constant, String order) {
    this.prime = new BigInteger(prime, HEX);
    this.constant = new BigInteger(constant, HEX);
    this.order = new BigInteger(order, HEX);
  }

  /** Returns how many multiples the generator has. */
  BigInteger order() {
    return order;
  }

  int bits() {
    return order.bitLength();
  }

  /** Returns the length of a number below the order, or of a coordinate. */
  int octets() {
    return (bits() + Byte.SIZE - 1) / Byte.SIZE;
  }

  /**
   * Says whether octets are 4, x and y of a point of the curve; other forms there are not known.
   */
  boolean hasUncompressed(byte[] point) {
    if (point.length != 1 + 2 * octets() || point[0] != UNCOMPRESSED) {
      return false;
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + octets()));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + octets(), point.length));
    // x³ - 3x + b = (x² - 3)x + b
    BigInteger right = x.multiply(x).subtract(THREE).multiply(x).add(constant);
    return x.compareTo(prime) < 0
        && y.compareTo(prime) < 0
        && y.multiply(y).subtract(right).mod(prime).signum() == 0;
  }
}
