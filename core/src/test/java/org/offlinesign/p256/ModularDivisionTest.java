package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares quotients with {@link BigInteger}. */
class ModularDivisionTest {
  private static final int CASES = 3_000;

  @Test
  void quotientsAreThoseOfTheNumbers() {
    Random random = new Random(1);
    for (BigInteger modulus : List.of(Numbers.N, Numbers.P)) {
      ModularDivision division = new ModularDivision(Numbers.limbs(modulus));
      for (int i = 0; i < CASES; i++) {
        BigInteger divisor = Numbers.random(random);
        if (divisor.mod(modulus).signum() != 0) {
          assertDivides(division, modulus, divisor, Numbers.random(random));
        }
      }
    }
  }

  @Test
  void powersOfTwoAndWhatLiesBesideThemDivide() {
    BigInteger one = BigInteger.ONE;
    for (BigInteger modulus : List.of(Numbers.N, Numbers.P)) {
      ModularDivision division = new ModularDivision(Numbers.limbs(modulus));
      for (int bits = 1; bits < 256; bits++) {
        BigInteger power = one.shiftLeft(bits);
        for (BigInteger divisor : List.of(power, power.add(one), power.subtract(one))) {
          assertDivides(division, modulus, divisor, one);
          assertDivides(division, modulus, divisor, Numbers.ones(256));
        }
      }
    }
  }

  private static void assertDivides(
      ModularDivision division, BigInteger modulus, BigInteger divisor, BigInteger dividend) {
    long[] quotient = Numbers.limbs(dividend);
    division.divide(Numbers.limbs(divisor), quotient);
    BigInteger expected = dividend.multiply(divisor.modInverse(modulus)).mod(modulus);
    assertThat(quotient).isEqualTo(Numbers.limbs(expected));
  }
}
