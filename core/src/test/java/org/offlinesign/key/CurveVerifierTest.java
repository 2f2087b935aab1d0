package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.wire.Hex;

/** What providers must agree on where keys and signatures of curves are odd or none at all. */
class CurveVerifierTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final BigInteger P256_ORDER =
      new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);
  private static final BigInteger P384_ORDER =
      new BigInteger(
          "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF"
              + "581A0DB248B0A77AECEC196ACCC52973",
          16);
  private static final BigInteger ED25519_ORDER =
      new BigInteger("1000000000000000000000000000000014DEF9DEA2F79CD65812631A5CF5D3ED", 16);
  private static final BigInteger ED448_ORDER =
      new BigInteger(
          "3FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
              + "7CCA23E9C44EDB49AED63690216CC2728DC58F552378C292AB5844F3",
          16);

  private static SigningKey key(Algorithm algorithm) {
    return new KeyGenerator(PROVIDERS)
        .generate(DnsName.of("example."), KeySpec.of(algorithm, KeyRole.ZSK), List.of());
  }

  private static void assertVerdict(SigningKey key, byte[] data, byte[] signature, boolean expected)
      throws Exception {
    for (CryptoProviders provider : PROVIDERS.each(key.facts().algorithm())) {
      SignatureVerifier verifier = SignatureVerifier.of(key.facts().dnskey(), provider);
      assertThat(verifier.verify(data, 0, data.length, signature))
          .as("%s %s", provider.names(), Hex.encode(signature))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSAP256SHA256, 0",
    "ECDSAP256SHA256, 32",
    "ECDSAP384SHA384, 0",
    "ECDSAP384SHA384, 48"
  })
  void rfc6605_4_aNumberThatBeginsWithZerosIsPadded(Algorithm algorithm, int at) throws Exception {
    SigningKey key = key(algorithm);
    Signer signer = key.newSigner(PROVIDERS.deterministic().checking(ReleaseCheck.LATER));
    byte[] data = new byte[8];
    byte[] signature = signer.sign(data, 0, 8);
    for (int i = 0; signature[at] != 0; i++) {
      data[i % 8]++;
      signature = signer.sign(data, 0, 8);
    }
    assertThat(signature).hasSize(key.facts().signatureLength());
    assertVerdict(key, data, signature, true);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384"})
  void numbersOutOfRangeAreNoSignature(Algorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    BigInteger order = algorithm == Algorithm.ECDSAP256SHA256 ? P256_ORDER : P384_ORDER;
    int octets = key.facts().signatureLength() / 2;
    byte[] data = {1, 2, 3};
    byte[] good = key.newSigner(PROVIDERS).sign(data, 0, 3);
    BigInteger r = new BigInteger(1, Arrays.copyOf(good, octets));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, octets, 2 * octets));
    BigInteger all = BigInteger.ONE.shiftLeft(8 * octets).subtract(BigInteger.ONE);
    assertVerdict(key, data, good, true);
    // The negative of s fits as well: that is how ECDSA is.
    assertVerdict(key, data, row(octets, r, order.subtract(s)), true);
    BigInteger[][] none = {
      {BigInteger.ZERO, BigInteger.ZERO},
      {BigInteger.ZERO, s},
      {r, BigInteger.ZERO},
      {order, s},
      {r, order},
      {BigInteger.ONE, BigInteger.ONE},
      {all, all},
      {r, s.add(BigInteger.ONE)},
      {s, r}
    };
    for (BigInteger[] pair : none) {
      assertVerdict(key, data, row(octets, pair[0], pair[1]), false);
    }
    assertVerdict(key, data, good, true);
  }

  private static byte[] row(int octets, BigInteger r, BigInteger s) {
    byte[] row = Arrays.copyOf(BigIntegers.asUnsignedByteArray(octets, r), 2 * octets);
    System.arraycopy(BigIntegers.asUnsignedByteArray(octets, s), 0, row, octets, octets);
    return row;
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ED25519", "ED448"})
  void rfc8032_5_1_7_aNumberBeyondTheOrderIsNoSignature(Algorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    BigInteger order = algorithm == Algorithm.ED25519 ? ED25519_ORDER : ED448_ORDER;
    byte[] data = {1, 2, 3};
    byte[] good = key.newSigner(PROVIDERS).sign(data, 0, 3);
    assertVerdict(key, data, good, true);
    assertVerdict(key, data, new byte[good.length], false);
    byte[] beyond = good.clone();
    int half = good.length / 2;
    BigInteger number = littleEndian(Arrays.copyOfRange(good, half, good.length)).add(order);
    byte[] octets = BigIntegers.asUnsignedByteArray(half, number);
    for (int i = 0; i < half; i++) {
      beyond[half + i] = octets[half - 1 - i];
    }
    assertVerdict(key, data, beyond, false);
    byte[] swapped = good.clone();
    System.arraycopy(good, half, swapped, 0, half);
    assertVerdict(key, data, swapped, false);
    assertVerdict(key, data, good, true);
  }

  private static BigInteger littleEndian(byte[] octets) {
    byte[] reversed = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      reversed[i] = octets[octets.length - 1 - i];
    }
    return new BigInteger(1, reversed);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void aSignatureOfAnotherLengthIsFalse(Algorithm algorithm) throws Exception {
    SigningKey key = key(algorithm);
    byte[] data = {1, 2, 3};
    byte[] good = key.newSigner(PROVIDERS).sign(data, 0, 3);
    for (int length : new int[] {0, 1, good.length - 1, good.length + 1, 2 * good.length}) {
      assertVerdict(key, data, Arrays.copyOf(good, length), false);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void keysOfAnotherLengthAreUnusable(Algorithm algorithm) {
    byte[] good = key(algorithm).facts().dnskey().publicKey();
    for (int length : new int[] {0, 1, good.length - 1, good.length + 1, 2 * good.length}) {
      assertUnusable(algorithm, Arrays.copyOf(good, length), "expected " + good.length + " octets");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384"})
  void aPointThatIsNotOnTheCurveIsUnusable(Algorithm algorithm) {
    byte[] good = key(algorithm).facts().dnskey().publicKey();
    byte[] other = good.clone();
    other[other.length - 1] ^= 1;
    assertUnusable(algorithm, other, "expected a point of the curve P-");
    assertUnusable(algorithm, new byte[good.length], "expected a point of the curve P-");
    byte[] beyond = good.clone();
    Arrays.fill(beyond, (byte) 0xff);
    assertUnusable(algorithm, beyond, "expected a point of the curve P-");
  }

  // Of eight points anyone could make signatures; some coordinates have no point, or are too large.
  @ParameterizedTest
  @CsvSource({
    "ED25519, 0000000000000000000000000000000000000000000000000000000000000000",
    "ED25519, 0100000000000000000000000000000000000000000000000000000000000000",
    "ED25519, ECFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F",
    "ED25519, EDFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF7F",
    "ED25519, FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "ED25519, 0200000000000000000000000000000000000000000000000000000000000000"
  })
  void pointsThatAreNoneOrGiveNoSecurityAreUnusable(Algorithm algorithm, String hex)
      throws Exception {
    assertUnusable(algorithm, Hex.decode(hex), "expected a point of the curve Ed25519");
  }

  @Test
  void rfc8080_3_anEd448KeyEndsInTheOctetOfTheSign() {
    byte[] good = key(Algorithm.ED448).facts().dnskey().publicKey();
    byte[] other = good.clone();
    other[56] = 1;
    assertUnusable(Algorithm.ED448, other, "expected a point of the curve Ed448");
    assertUnusable(Algorithm.ED448, new byte[57], "expected a point of the curve Ed448");
  }

  private static void assertUnusable(Algorithm algorithm, byte[] publicKey, String message) {
    Dnskey dnskey = new Dnskey(256, 3, algorithm.number(), publicKey);
    assertThatThrownBy(() -> SignatureVerifier.of(dnskey, PROVIDERS))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aKeyOfOneCurveIsNeverTakenForOneOfAnother() throws Exception {
    SigningKey p256 = key(Algorithm.ECDSAP256SHA256);
    PrivateKeyInfo secret = p256.export((facts, privateKey) -> privateKey);
    for (Algorithm other : Algorithm.values()) {
      if (other != Algorithm.ECDSAP256SHA256) {
        KeyParameters parameters = new KeyParameters(other, null, null);
        assertThatThrownBy(() -> p256.withParameters(parameters))
            .isInstanceOf(UnusableKeyException.class)
            .hasMessageContaining("cannot be one for " + other);
        KeyParameters all = new KeyParameters(other, 256, DnsName.of("example."));
        assertThatThrownBy(() -> SigningKey.of(all, secret))
            .isInstanceOf(UnusableKeyException.class)
            .hasMessageContaining("key");
      }
    }
  }
}
