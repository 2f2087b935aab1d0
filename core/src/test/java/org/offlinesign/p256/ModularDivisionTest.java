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
          assertDivides(
              division, modulus, List.of(divisor, Numbers.random(random), Numbers.random(random)));
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
          assertDivides(division, modulus, List.of(divisor, one, Numbers.ones(256)));
        }
      }
    }
  }

  private static void assertDivides(
      ModularDivision division, BigInteger modulus, List<BigInteger> numbers) {
    long[] divisor = Numbers.limbs(numbers.get(0));
    long[] dividend = Numbers.limbs(numbers.get(1));
    long[] other = Numbers.limbs(numbers.get(2));
    division.divide(divisor, dividend, other);
    BigInteger inverse = numbers.get(0).modInverse(modulus);
    assertThat(Numbers.value(dividend)).isEqualTo(numbers.get(1).multiply(inverse).mod(modulus));
    assertThat(Numbers.value(other)).isEqualTo(numbers.get(2).multiply(inverse).mod(modulus));
    assertThat(dividend).isEqualTo(Numbers.limbs(Numbers.value(dividend)));
  }
}
