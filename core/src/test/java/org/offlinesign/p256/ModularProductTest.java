package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares products with {@link BigInteger}. */
class ModularProductTest {
  @Test
  void productsAreThoseOfTheNumbers() {
    Random random = new Random(1);
    for (BigInteger modulus : List.of(Numbers.N, Numbers.P)) {
      ModularProduct product = new ModularProduct(Numbers.limbs(modulus));
      BigInteger inverseRadix = Numbers.RADIX.modInverse(modulus);
      for (int i = 0; i < 20_000; i++) {
        BigInteger a = Numbers.random(random);
        BigInteger b = Numbers.random(random);
        long[] into = new long[Limbs.COUNT];
        product.multiply(Numbers.limbs(a), Numbers.limbs(b), into);
        BigInteger expected = a.multiply(b).multiply(inverseRadix).mod(modulus);
        assertThat(into).isEqualTo(Numbers.limbs(expected));
      }
    }
  }

  @Test
  void theLargestNumbersDoNotOverflowAndTheResultMayReplaceAFactor() {
    ModularProduct product = new ModularProduct(Numbers.limbs(Numbers.N));
    BigInteger most = Numbers.ones(256);
    long[] number = Numbers.limbs(most);
    product.multiply(number, number, number);
    BigInteger inverseRadix = Numbers.RADIX.modInverse(Numbers.N);
    assertThat(Numbers.value(number))
        .isEqualTo(most.multiply(most).multiply(inverseRadix).mod(Numbers.N));
  }

  @Test
  void oneIsWhatChangesNothing() {
    ModularProduct product = new ModularProduct(Numbers.limbs(Numbers.N));
    BigInteger number = new BigInteger(255, new Random(2));
    long[] into = new long[Limbs.COUNT];
    product.multiply(product.one(), Numbers.limbs(number), into);
    assertThat(into).isEqualTo(Numbers.limbs(number));
  }
}
