package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/** Compares multiples of points with those of BouncyCastle. */
class PointTableTest {
  private final ECPoint point =
      Numbers.CURVE.getG().multiply(new BigInteger(250, new Random(9))).normalize();
  private final PointTable table =
      new PointTable(
          new CurvePoint(
              Numbers.limbs(point.getAffineXCoord().toBigInteger()),
              Numbers.limbs(point.getAffineYCoord().toBigInteger())));

  @Test
  void everyEntryOfTheTableIsAMultipleOfThePoint() {
    for (int from = 0; from <= 252; from += PointTable.WIDTH) {
      for (int digit = 1; digit <= 1 << (PointTable.WIDTH - 1); digit++) {
        assertMultiplies(BigInteger.valueOf(digit).shiftLeft(from));
      }
    }
  }

  @Test
  void multiplesAreThoseOfBouncyCastle() {
    Random random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      assertMultiplies(Numbers.random(random).mod(Numbers.N));
    }
  }

  private void assertMultiplies(BigInteger number) {
    if (number.signum() == 0 || number.bitLength() > 256) {
      return;
    }
    JacobianPoint sum = new JacobianPoint();
    sum.clear();
    table.addMultiple(Numbers.limbs(number), sum);
    BigInteger x = point.multiply(number).normalize().getAffineXCoord().toBigInteger();
    assertThat(sum.isKnown()).isTrue();
    assertThat(sum.hasX(Numbers.limbs(x))).isTrue();
    assertThat(sum.hasX(Numbers.limbs(x.flipBit(number.bitLength() - 1)))).isFalse();
  }

  @Test
  void nothingTimesThePointIsNoKnownPoint() {
    JacobianPoint sum = new JacobianPoint();
    table.addMultiple(Numbers.limbs(BigInteger.ZERO), sum);
    assertThat(sum.isKnown()).isFalse();
  }

  @Test
  void aPointAndItselfOrItsOppositeAddUpToNoKnownPointWhateverFollows() {
    for (BigInteger second :
        new BigInteger[] {BigInteger.TWO, Numbers.N.subtract(BigInteger.TWO)}) {
      JacobianPoint sum = new JacobianPoint();
      // The lowest windows of n - 2 come last to the opposite of what they are added to.
      table.addMultiple(Numbers.limbs(BigInteger.TWO), sum);
      assertThat(sum.isKnown()).isTrue();
      table.addMultiple(Numbers.limbs(second), sum);
      assertThat(sum.isKnown()).isFalse();
      table.addMultiple(Numbers.limbs(BigInteger.valueOf(12345)), sum);
      assertThat(sum.isKnown()).isFalse();
    }
  }
}
