package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

/**
 * Compares verdicts on many signatures with those on each of them; {@link P256VerifierTest}
 * compares those with BouncyCastle's.
 */
class P256BatchTest {
  private static final int BATCHES = Integer.getInteger("offlinesign.p256.batches", 60);
  private static final long SEED = Long.getLong("offlinesign.p256.seed", 1);
  private static final BigInteger ONE = BigInteger.ONE;

  private final Random random = new Random(SEED);
  private final P256Batch batch = new P256Batch();
  private final P256Verifier single = new P256Verifier();

  /** A key of which the secret is known. */
  private record Known(BigInteger secret, P256Key key) {
    static Known of(BigInteger secret) {
      byte[] encoded = Numbers.CURVE.getG().multiply(secret).normalize().getEncoded(false);
      return new Known(secret, P256Key.of(Arrays.copyOfRange(encoded, 1, encoded.length)));
    }
  }

  /** Octets are changed in place to make a bad signature of a good one. */
  private static final class Check {
    private final P256Key key;
    private final byte[] digest;
    private final byte[] signature;

    Check(P256Key key, byte[] digest, byte[] signature) {
      this.key = key;
      this.digest = digest;
      this.signature = signature;
    }
  }

  private final List<Known> keys =
      List.of(
          Known.of(new BigInteger(255, random).add(ONE)),
          Known.of(new BigInteger(255, random).add(ONE)),
          Known.of(ONE),
          Known.of(Numbers.N.subtract(ONE)));

  /** Returns a signature of a digest with a given random number. */
  private static Check sign(Known known, BigInteger digest, BigInteger k) {
    ECPoint point = Numbers.CURVE.getG().multiply(k).normalize();
    BigInteger r = point.getAffineXCoord().toBigInteger().mod(Numbers.N);
    BigInteger s =
        digest.add(r.multiply(known.secret())).multiply(k.modInverse(Numbers.N)).mod(Numbers.N);
    return check(known, digest, r, s);
  }

  private static Check check(Known known, BigInteger digest, BigInteger r, BigInteger s) {
    byte[] signature = new byte[2 * Limbs.OCTETS];
    System.arraycopy(Numbers.octets(r), 0, signature, 0, Limbs.OCTETS);
    System.arraycopy(Numbers.octets(s), 0, signature, Limbs.OCTETS, Limbs.OCTETS);
    return new Check(known.key(), Numbers.octets(digest), signature);
  }

  private Known anyKey() {
    return keys.get(random.nextInt(keys.size()));
  }

  private Check good() {
    return sign(anyKey(), new BigInteger(256, random), new BigInteger(255, random).add(ONE));
  }

  /** Returns one that is none, without equal points on the way. */
  private Check bad() {
    Check good = good();
    switch (random.nextInt(6)) {
      case 0 -> good.digest[random.nextInt(Limbs.OCTETS)] ^= 16;
      case 1 -> good.signature[random.nextInt(2 * Limbs.OCTETS)] ^= 1;
      case 2 -> Arrays.fill(good.signature, 0, Limbs.OCTETS, (byte) 0);
      case 3 -> Arrays.fill(good.signature, Limbs.OCTETS, 2 * Limbs.OCTETS, (byte) 0);
      case 4 -> Arrays.fill(good.signature, 0, Limbs.OCTETS, (byte) -1);
      default -> {
        return new Check(good.key, good.digest, new byte[random.nextInt(64)]);
      }
    }
    return good;
  }

  private BitSet verdicts(List<Check> checks) {
    checks.forEach(check -> batch.add(check.key, check.digest, check.signature));
    return batch.check();
  }

  private BitSet singleVerdicts(List<Check> checks) {
    BitSet verdicts = new BitSet();
    for (int at = 0; at < checks.size(); at++) {
      Check check = checks.get(at);
      verdicts.set(at, single.verify(check.key, check.digest, check.signature));
    }
    return verdicts;
  }

  @Test
  void eachVerdictIsThatOnTheSignatureAlone() {
    for (int i = 0; i < BATCHES; i++) {
      List<Check> checks = new ArrayList<>();
      BitSet good = new BitSet();
      for (int at = random.nextInt(40); at > 0; at--) {
        good.set(checks.size(), random.nextInt(4) != 0);
        checks.add(good.get(checks.size()) ? good() : bad());
      }
      assertThat(verdicts(checks)).isEqualTo(good).isEqualTo(singleVerdicts(checks));
    }
  }

  @Test
  void aFullBatchIsCheckedLikeAnyOther() {
    List<Check> checks = new ArrayList<>();
    while (!batch.isFull()) {
      Check check = good();
      checks.add(check);
      batch.add(check.key, check.digest, check.signature);
    }
    BitSet all = new BitSet();
    all.set(0, checks.size());
    assertThat(batch.check()).isEqualTo(all);
    assertThat(batch.isFull()).isFalse();
    assertThat(batch.check()).isEqualTo(new BitSet());
  }

  @Test
  void nothingOfABatchIsInTheNext() {
    List<Check> checks = IntStream.range(0, 5).mapToObj(at -> good()).toList();
    BitSet all = new BitSet();
    all.set(0, 5);
    assertThat(verdicts(checks)).isEqualTo(all);
    assertThat(verdicts(List.of(bad(), bad()))).isEqualTo(new BitSet());
    assertThat(verdicts(checks)).isEqualTo(all);
  }

  /** By the generator as the key, with both factors equal, a point is added to itself. */
  @Test
  void oneAdditionOfEqualPointsLeavesAllUnknownAndTheNextBatchAsItIs() {
    Known generator = keys.get(2);
    for (int number : new int[] {1, 2, 200, 256}) {
      BigInteger factor = BigInteger.valueOf(number);
      ECPoint twice = Numbers.CURVE.getG().multiply(factor.shiftLeft(1)).normalize();
      BigInteger r = twice.getAffineXCoord().toBigInteger();
      BigInteger s = r.multiply(factor.modInverse(Numbers.N)).mod(Numbers.N);
      assertAllUnknown(check(generator, r, r, s));
    }
  }

  /** By the opposite of the generator, with both factors equal, the sum is infinite. */
  @Test
  void oneAdditionOfOppositePointsLeavesAllUnknown() {
    for (int number = 1; number <= 300; number += 13) {
      BigInteger r = new BigInteger(255, random).add(ONE);
      BigInteger s = r.multiply(BigInteger.valueOf(number).modInverse(Numbers.N)).mod(Numbers.N);
      assertAllUnknown(check(keys.get(3), r, r, s));
    }
  }

  private void assertAllUnknown(Check exceptional) {
    Check good = good();
    assertThat(verdicts(List.of(good, exceptional, good))).isEqualTo(new BitSet());
    BitSet both = new BitSet();
    both.set(0, 2);
    assertThat(verdicts(List.of(good, good))).isEqualTo(both);
  }

  /** A digest of zero takes nothing of the generator. */
  @Test
  void sumsOfOneTableAloneAreRight() {
    List<Check> checks = new ArrayList<>();
    BitSet good = new BitSet();
    for (int at = 0; at < 20; at++) {
      Check check = sign(anyKey(), BigInteger.ZERO, new BigInteger(255, random).add(ONE));
      good.set(checks.size());
      checks.add(check);
      byte[] other = check.signature.clone();
      other[40] ^= 1;
      checks.add(new Check(check.key, check.digest, other));
    }
    assertThat(verdicts(checks)).isEqualTo(good).isEqualTo(singleVerdicts(checks));
  }
}
