package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Compares limbs with {@link BigInteger}. */
class FieldElementTest {
  private static final int CASES = 5_000;

  /** What a limb may come to before it is tidied, in either direction. */
  private static final long LARGEST_LIMB = 1L << 55;

  private static final BigInteger INVERSE_RADIX = Numbers.RADIX.modInverse(Numbers.P);

  @RepeatedTest(4)
  void productsOfAnyLimbsAreThoseOfTheNumbers(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    for (int i = 0; i < CASES; i++) {
      long[] a = limbs(random);
      long[] b = limbs(random);
      assertIsProduct(product(a, b), a, b);
      assertIsProduct(square(a), a, a);
    }
  }

  @Test
  void productsOfTheLargestLimbsDoNotOverflow() {
    for (int signs = 0; signs < 1 << Limbs.COUNT; signs++) {
      long[] largest = new long[Limbs.COUNT];
      for (int limb = 0; limb < Limbs.COUNT; limb++) {
        largest[limb] = ((signs >> limb) & 1) == 0 ? LARGEST_LIMB - 1 : 1 - LARGEST_LIMB;
      }
      long[] allOnes = Numbers.limbs(Numbers.ones(260));
      assertIsProduct(product(largest, largest), largest, largest);
      assertIsProduct(product(largest, allOnes), largest, allOnes);
      assertIsProduct(square(largest), largest, largest);
    }
    long[] allOnes = Numbers.limbs(Numbers.ones(260));
    assertIsProduct(square(allOnes), allOnes, allOnes);
  }

  private static void assertIsProduct(FieldElement product, long[] a, long[] b) {
    long[] limbs = new long[Limbs.COUNT];
    product.copyTo(limbs, 0);
    BigInteger exact = Numbers.value(a).multiply(Numbers.value(b));
    assertThat(Numbers.value(limbs).mod(Numbers.P))
        .isEqualTo(exact.multiply(INVERSE_RADIX).mod(Numbers.P));
    // At most one p more than the product divided by 2^260.
    assertThat(Numbers.value(limbs)).isBetween(divided(exact), divided(exact).add(Numbers.P));
    for (int limb = 0; limb < Limbs.COUNT - 1; limb++) {
      assertThat(limbs[limb]).isBetween(0L, Limbs.MASK);
    }
  }

  private static BigInteger divided(BigInteger exact) {
    return exact.shiftRight(260);
  }

  @Test
  void sumsDifferencesAndMultiplesAreThoseOfTheNumbers() {
    Random random = new Random(5);
    for (int i = 0; i < CASES; i++) {
      long[] a = limbs(random);
      long[] b = limbs(random);
      FieldElement sum = new FieldElement();
      sum.setSum(element(a), element(b));
      assertThat(value(sum)).isEqualTo(exact(a, b, BigInteger::add));
      FieldElement difference = new FieldElement();
      difference.setDifference(element(a), element(b));
      assertThat(value(difference)).isEqualTo(exact(a, b, BigInteger::subtract));
      FieldElement multiple = element(a);
      multiple.scale(-3);
      assertThat(value(multiple)).isEqualTo(exact(a, b, (x, y) -> x.multiply(number(-3))));
    }
  }

  private static BigInteger exact(long[] a, long[] b, BinaryOperator<BigInteger> operation) {
    return operation.apply(Numbers.value(a), Numbers.value(b));
  }

  @Test
  void tidyingChangesTheFormAndNotTheNumber() {
    Random random = new Random(6);
    for (int i = 0; i < CASES; i++) {
      FieldElement element = element(limbs(random));
      BigInteger before = value(element);
      element.tidy();
      assertThat(value(element).mod(Numbers.P)).isEqualTo(before.mod(Numbers.P));
      BigInteger slack = Numbers.P.shiftRight(16);
      assertThat(value(element)).isBetween(slack.negate(), Numbers.P.add(slack));
    }
  }

  @Test
  void anyFormOfZeroIsZeroAndNothingElseIs() {
    for (int often = -7; often <= 7; often++) {
      BigInteger multiple = Numbers.P.multiply(number(often));
      assertThat(signed(multiple).isZeroWhenPlain()).isTrue();
      assertThat(signed(multiple.add(BigInteger.ONE)).isZeroWhenPlain()).isFalse();
      assertThat(signed(multiple.subtract(BigInteger.ONE)).isZeroWhenPlain()).isFalse();
      assertThat(signed(multiple.add(Numbers.RADIX.shiftRight(30))).isZeroWhenPlain()).isFalse();
    }
  }

  @Test
  void aNumberGoesInAndComesOut() {
    Random random = new Random(7);
    for (int i = 0; i < CASES; i++) {
      BigInteger number = Numbers.random(random);
      FieldElement element = new FieldElement();
      element.setNumber(Numbers.limbs(number));
      element.makePlain();
      assertThat(value(element).mod(Numbers.P)).isEqualTo(number.mod(Numbers.P));
      assertThat(value(element)).isBetween(BigInteger.ZERO, Numbers.P);
    }
    FieldElement one = new FieldElement();
    one.setOne();
    one.makePlain();
    assertThat(value(one)).isEqualTo(BigInteger.ONE);
    assertThat(Numbers.value(FieldElement.MODULUS)).isEqualTo(Numbers.P);
  }

  private static FieldElement product(long[] a, long[] b) {
    FieldElement product = element(a);
    product.setProduct(product, element(b));
    return product;
  }

  private static FieldElement square(long[] a) {
    FieldElement square = element(a);
    square.setSquare(square);
    return square;
  }

  private static FieldElement element(long[] limbs) {
    FieldElement element = new FieldElement();
    element.setLimbs(limbs, 0);
    return element;
  }

  /** Returns limbs of which the last alone is negative where the number is. */
  private static FieldElement signed(BigInteger number) {
    long[] limbs = Numbers.limbs(number.mod(BigInteger.ONE.shiftLeft(208)));
    limbs[Limbs.COUNT - 1] = number.shiftRight(208).longValueExact();
    return element(limbs);
  }

  private static BigInteger value(FieldElement element) {
    long[] limbs = new long[Limbs.COUNT];
    element.copyTo(limbs, 0);
    return Numbers.value(limbs);
  }

  private static long[] limbs(Random random) {
    if (random.nextBoolean()) {
      return Numbers.limbs(Numbers.random(random));
    }
    long[] limbs = new long[Limbs.COUNT];
    for (int limb = 0; limb < Limbs.COUNT; limb++) {
      limbs[limb] = random.nextLong() >> (9 + random.nextInt(10));
    }
    return limbs;
  }

  private static BigInteger number(long number) {
    return BigInteger.valueOf(number);
  }
}
