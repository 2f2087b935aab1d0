package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything here is compared with the curves of BouncyCastle. */
class PrimeCurveTest {
  private static X9ECParameters reference(PrimeCurve curve) {
    return ECNamedCurveTable.getByName("P-" + curve.bits());
  }

  @ParameterizedTest
  @EnumSource
  void theOrderIsThatOfTheCurve(PrimeCurve curve) {
    assertThat(curve.order()).isEqualTo(reference(curve).getN());
    assertThat(curve.octets()).isEqualTo((reference(curve).getCurve().getFieldSize() + 7) / 8);
  }

  @Property(tries = 300)
  void multiplesOfTheGeneratorAreOnTheCurve(@ForAll PrimeCurve curve, @ForAll BigInteger number) {
    ECPoint point = reference(curve).getG().multiply(number.abs().add(BigInteger.ONE)).normalize();
    assertThat(curve.hasUncompressed(point.getEncoded(false))).isTrue();
    assertThat(curve.hasUncompressed(point.getEncoded(true))).isFalse();
  }

  @Property(tries = 300)
  void whatDiffersInABitIsNotOnTheCurve(
      @ForAll PrimeCurve curve, @ForAll byte number, @ForAll int bit) {
    ECPoint point = reference(curve).getG().multiply(BigInteger.valueOf(300L + number)).normalize();
    byte[] octets = point.getEncoded(false);
    int changed = Byte.SIZE + Math.floorMod(bit, (octets.length - 1) * Byte.SIZE);
    octets[changed / Byte.SIZE] ^= (byte) (1 << changed % Byte.SIZE);
    assertThat(curve.hasUncompressed(octets)).isEqualTo(isValid(curve, octets)).isFalse();
  }

  private static boolean isValid(PrimeCurve curve, byte[] octets) {
    try {
      return reference(curve).getCurve().decodePoint(octets).isValid();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void coordinatesOverThePrimeAreNoPoint(PrimeCurve curve) {
    ECCurve arithmetic = reference(curve).getCurve();
    BigInteger prime = arithmetic.getField().getCharacteristic();
    // A point with an x so small that prime + x has no more octets than the prime.
    BigInteger x = smallCoordinate(curve);
    byte[] octets = new byte[1 + 2 * curve.octets()];
    octets[0] = 2;
    byte[] compressed = Arrays.copyOf(octets, 1 + curve.octets());
    put(x, compressed, curve);
    byte[] point = arithmetic.decodePoint(compressed).getEncoded(false);
    assertThat(curve.hasUncompressed(point)).isTrue();
    put(x.add(prime), point, curve);
    assertThat(curve.hasUncompressed(point)).isFalse();
  }

  private static void put(BigInteger x, byte[] octets, PrimeCurve curve) {
    byte[] padded = BigIntegers.asUnsignedByteArray(curve.octets(), x);
    System.arraycopy(padded, 0, octets, 1, padded.length);
  }

  private static BigInteger smallCoordinate(PrimeCurve curve) {
    for (BigInteger x = BigInteger.ONE; ; x = x.add(BigInteger.ONE)) {
      byte[] compressed = new byte[1 + curve.octets()];
      compressed[0] = 2;
      put(x, compressed, curve);
      if (isValid(curve, compressed)) {
        return x;
      }
    }
  }
}
