package org.offlinesign.p256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compares verdicts with those of BouncyCastle. {@code -Dofflinesign.p256.signatures=300000} makes
 * a longer run, {@code -Dofflinesign.p256.seed} another one.
 */
class P256VerifierTest {
  private static final int SIGNATURES = Integer.getInteger("offlinesign.p256.signatures", 1500);
  private static final long SEED = Long.getLong("offlinesign.p256.seed", 1);

  private static final BigInteger ONE = BigInteger.ONE;

  private final Random random = new Random(SEED);

  /** A public key before us and before the judge. */
  private record Judged(
      P256Verifier own, P256Batch batch, ECPoint point, P256Key key, ECDSASigner judge) {
    static Judged of(ECPoint point) {
      ECDSASigner judge = new ECDSASigner();
      judge.init(false, new ECPublicKeyParameters(point, Numbers.CURVE));
      P256Key key = P256Key.of(octets(point));
      return new Judged(new P256Verifier(), new P256Batch(), point, key, judge);
    }

    private static byte[] octets(ECPoint point) {
      byte[] encoded = point.getEncoded(false);
      return Arrays.copyOfRange(encoded, 1, encoded.length);
    }

    boolean verify(BigInteger digest, BigInteger r, BigInteger s) {
      boolean single = own.verify(key, Numbers.octets(digest), signature(r, s));
      batch.add(key, Numbers.octets(digest), signature(r, s));
      assertThat(batch.check().get(0)).isEqualTo(single);
      if (verifyWithoutTable(digest, r, s)) {
        assertThat(accepted(digest, r, s)).isTrue();
      }
      return single;
    }

    boolean verifyWithoutTable(BigInteger digest, BigInteger r, BigInteger s) {
      return own.verify(octets(point), Numbers.octets(digest), signature(r, s));
    }

    private static byte[] signature(BigInteger r, BigInteger s) {
      byte[] signature = new byte[2 * Limbs.OCTETS];
      System.arraycopy(Numbers.octets(r), 0, signature, 0, Limbs.OCTETS);
      System.arraycopy(Numbers.octets(s), 0, signature, Limbs.OCTETS, Limbs.OCTETS);
      return signature;
    }

    boolean accepted(BigInteger digest, BigInteger r, BigInteger s) {
      return judge.verifySignature(Numbers.octets(digest), r, s);
    }
  }

  private static ECPoint times(BigInteger number) {
    return Numbers.CURVE.getG().multiply(number).normalize();
  }

  private static BigInteger x(ECPoint point) {
    return point.normalize().getAffineXCoord().toBigInteger();
  }

  private static BigInteger divide(BigInteger a, BigInteger b) {
    return a.multiply(b.modInverse(Numbers.N)).mod(Numbers.N);
  }

  @ParameterizedTest
  @CsvSource({
    "sample, EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
        + "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
    "test, F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
        + "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083"
  })
  void rfc6979_A_2_5_signaturesAreGoodAndThoseWithAnyOtherBitAreNot(String text, String hex)
      throws Exception {
    P256Key key =
        P256Key.of(
            HexFormat.of()
                .parseHex(
                    "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
                        + "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299"));
    P256Verifier verifier = new P256Verifier();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    byte[] signature = HexFormat.of().parseHex(hex);
    assertThat(verifier.verify(key, digest, signature)).isTrue();
    for (int bit = 0; bit < signature.length * 8; bit++) {
      signature[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(verifier.verify(key, digest, signature)).isFalse();
      signature[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    for (int bit = 0; bit < digest.length * 8; bit++) {
      digest[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(verifier.verify(key, digest, signature)).isFalse();
      digest[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    assertThat(verifier.verify(key, digest, signature)).isTrue();
  }

  @Test
  void randomSignaturesAreGoodAndThoseWithAnotherBitAreWhatTheJudgeSays() {
    int ofOneKey = 300;
    for (int done = 0; done < SIGNATURES; done += ofOneKey) {
      BigInteger secret = new BigInteger(255, random).add(ONE);
      Judged judged = Judged.of(times(secret));
      for (int i = 0; i < ofOneKey; i++) {
        BigInteger digest = new BigInteger(256, random);
        BigInteger k = new BigInteger(255, random).add(ONE);
        BigInteger r = x(times(k)).mod(Numbers.N);
        BigInteger s = divide(digest.add(r.multiply(secret)), k);
        assertThat(judged.accepted(digest, r, s)).isTrue();
        assertThat(judged.verify(digest, r, s)).isTrue();
        assertThat(judged.verify(digest, r, Numbers.N.subtract(s))).isTrue();
        assertThat(judged.verifyWithoutTable(digest, r, s)).isTrue();
        assertAgree(judged, digest.flipBit(random.nextInt(256)), r, s);
        assertAgree(judged, digest, r.flipBit(random.nextInt(256)), s);
        assertAgree(judged, digest, r, s.flipBit(random.nextInt(256)));
      }
    }
  }

  private static void assertAgree(Judged judged, BigInteger digest, BigInteger r, BigInteger s) {
    assertThat(judged.verify(digest, r, s))
        .as("digest %x, r %x, s %x", digest, r, s)
        .isEqualTo(judged.accepted(digest, r, s));
  }

  @Test
  void numbersOutOfRangeAreNoSignatures() {
    BigInteger secret = BigInteger.valueOf(77);
    Judged judged = Judged.of(times(secret));
    BigInteger most = Numbers.ones(256);
    List<BigInteger> edges =
        List.of(
            BigInteger.ZERO,
            ONE,
            Numbers.N.subtract(ONE),
            Numbers.N,
            Numbers.N.add(ONE),
            Numbers.P.subtract(ONE),
            Numbers.P,
            most);
    for (BigInteger digest : edges) {
      for (BigInteger r : edges) {
        for (BigInteger s : edges) {
          assertAgree(judged, digest, r, s);
          assertThat(judged.verify(digest, r, s)).isFalse();
        }
      }
    }
  }

  @Test
  void aDigestOfZeroOrBeyondTheOrderIsSignedLikeAnyOther() {
    BigInteger secret = new BigInteger(255, random);
    Judged judged = Judged.of(times(secret));
    BigInteger k = new BigInteger(255, random);
    BigInteger r = x(times(k)).mod(Numbers.N);
    for (BigInteger digest :
        List.of(BigInteger.ZERO, ONE, Numbers.N, Numbers.N.add(ONE), Numbers.ones(256))) {
      BigInteger s = divide(digest.add(r.multiply(secret)), k);
      assertThat(judged.accepted(digest, r, s)).isTrue();
      assertThat(judged.verify(digest, r, s)).isTrue();
    }
  }

  /** The sum's x is r plus the order, as that of one point in 2^128 is. */
  @Test
  void anXBeyondTheOrderIsFoundFromItsRemainder() {
    int found = 0;
    for (int remainder = 1; found < 20; remainder++) {
      BigInteger r = BigInteger.valueOf(remainder);
      byte[] compressed = new byte[1 + Limbs.OCTETS];
      compressed[0] = 2;
      System.arraycopy(Numbers.octets(r.add(Numbers.N)), 0, compressed, 1, Limbs.OCTETS);
      ECPoint sum;
      try {
        sum = Numbers.CURVE.getCurve().decodePoint(compressed);
      } catch (IllegalArgumentException noSuchPoint) {
        continue;
      }
      found++;
      BigInteger digest = new BigInteger(256, random);
      BigInteger s = new BigInteger(255, random);
      // The key by which this is a signature: (s sum - digest G) / r.
      ECPoint key =
          sum.multiply(s)
              .subtract(Numbers.CURVE.getG().multiply(digest))
              .multiply(r.modInverse(Numbers.N))
              .normalize();
      Judged judged = Judged.of(key);
      assertThat(judged.accepted(digest, r, s)).isTrue();
      assertThat(judged.verify(digest, r, s)).isTrue();
      assertThat(judged.verify(digest, r.add(Numbers.N), s)).isFalse();
      assertAgree(judged, digest, r.add(ONE), s);
    }
  }

  @Test
  void theRemainderIsNotTakenWhereNoXIsSoLarge() {
    BigInteger r = Numbers.P.subtract(Numbers.N);
    Judged judged = Judged.of(times(BigInteger.valueOf(5)));
    for (BigInteger near : List.of(r.subtract(ONE), r, r.add(ONE))) {
      assertAgree(judged, ONE, near, ONE);
      assertThat(judged.verify(ONE, near, ONE)).isFalse();
    }
  }

  /** With the generator as the key both tables hold the same points. */
  @Test
  void sumsOfEqualPointsAreNotAcceptedThoughTheyAreRight() {
    Judged judged = Judged.of(times(ONE));
    for (int number = 1; number <= 256; number++) {
      BigInteger factor = BigInteger.valueOf(number);
      BigInteger r = x(times(factor.shiftLeft(1)));
      BigInteger s = divide(r, factor);
      assertThat(judged.accepted(r, r, s)).isTrue();
      assertThat(judged.verify(r, r, s)).isFalse();
    }
  }

  @Test
  void sumsThatCancelOutAreNoSignatures() {
    Judged judged = Judged.of(times(Numbers.N.subtract(ONE)));
    for (int number = 1; number <= 300; number++) {
      BigInteger r = new BigInteger(255, random);
      BigInteger s = divide(r, BigInteger.valueOf(number));
      // Both factors are the number, and the key is the opposite of the generator.
      assertAgree(judged, r, r, s);
      assertThat(judged.verify(r, r, s)).isFalse();
    }
  }

  @Test
  void theGeneratorAndItsOppositeAreKeysLikeOthers() {
    for (BigInteger secret : List.of(ONE, Numbers.N.subtract(ONE), BigInteger.TWO)) {
      Judged judged = Judged.of(times(secret));
      for (int i = 0; i < 50; i++) {
        BigInteger digest = new BigInteger(256, random);
        BigInteger k = new BigInteger(255, random).add(ONE);
        BigInteger r = x(times(k)).mod(Numbers.N);
        BigInteger s = divide(digest.add(r.multiply(secret)), k);
        assertThat(judged.verify(digest, r, s)).isTrue();
        assertThat(judged.verify(digest.flipBit(3), r, s)).isFalse();
      }
    }
  }

  @Test
  void octetsOfAnotherNumberAreNoSignatureAndNoKey() {
    Judged judged = Judged.of(times(BigInteger.TEN));
    for (int length : new int[] {0, 63, 65}) {
      assertThat(judged.own.verify(judged.key, new byte[Limbs.OCTETS], new byte[length])).isFalse();
    }
    assertThatThrownBy(() -> P256Key.of(new byte[63])).isInstanceOf(IllegalArgumentException.class);
  }
}
