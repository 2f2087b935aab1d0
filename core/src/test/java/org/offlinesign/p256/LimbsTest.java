package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares limbs with {@link BigInteger}. */
class LimbsTest {
  @Test
  void octetsAndWindowsAreReadAsTheNumber() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      BigInteger number = Numbers.random(random);
      byte[] octets = new byte[Limbs.OCTETS + 2];
      System.arraycopy(Numbers.octets(number), 0, octets, 1, Limbs.OCTETS);
      octets[0] = (byte) random.nextInt();
      octets[octets.length - 1] = (byte) random.nextInt();
      long[] limbs = new long[Limbs.COUNT];
      Limbs.read(octets, 1, limbs);
      assertThat(limbs).isEqualTo(Numbers.limbs(number));
      for (int at = 0; at < 260; at++) {
        assertThat(Limbs.window(limbs, at, 9)).isEqualTo(number.shiftRight(at).intValue() & 0x1ff);
      }
    }
  }

  @Test
  void productsOfSignedLimbsComeInTwoHalves() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      long a = random.nextLong() >> (7 + random.nextInt(50));
      long b = random.nextLong() >> (7 + random.nextInt(50));
      BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
      assertThat(Limbs.high(a, b)).isEqualTo(product.shiftRight(Limbs.BITS).longValue());
      assertThat(Limbs.low(a, b)).isEqualTo(product.longValue() & Limbs.MASK);
    }
  }

  @Test
  void numbersCompareByTheirHighestDifferentLimb() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      BigInteger a = Numbers.random(random);
      BigInteger b = random.nextBoolean() ? Numbers.random(random) : a.flipBit(random.nextInt(256));
      assertThat(Integer.signum(Limbs.compare(Numbers.limbs(a), Numbers.limbs(b))))
          .isEqualTo(a.compareTo(b));
      assertThat(Limbs.isZero(Numbers.limbs(a))).isEqualTo(a.signum() == 0);
    }
  }
}
