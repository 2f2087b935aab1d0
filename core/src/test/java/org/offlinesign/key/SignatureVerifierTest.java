package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.wire.WireWriter;

/** Public keys in every form that RFC 3110 §2 has, signed with by the JDK. */
class SignatureVerifierTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @ValueSource(
      strings = {"3", "17", "65537", "4294967297", "281474976710657", "1208925819614629174706189"})
  void anyExponentVerifies(String exponent) throws Exception {
    KeyPair pair = pair(1024, new BigInteger(exponent));
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    byte[] signature = sign(pair);
    byte[] e = BigIntegers.asUnsignedByteArray(key.getPublicExponent());
    byte[] n = BigIntegers.asUnsignedByteArray(key.getModulus());
    WireWriter oneOctet = new WireWriter(200).u8(e.length).bytes(e).bytes(n);
    WireWriter threeOctets = new WireWriter(200).u8(0).u16(e.length).bytes(e).bytes(n);
    WireWriter zeroInModulus = new WireWriter(200).u8(e.length).bytes(e).u8(0).bytes(n);
    WireWriter zeroInExponent = new WireWriter(200).u8(e.length + 1).u8(0).bytes(e).bytes(n);
    for (WireWriter form :
        new WireWriter[] {oneOctet, threeOctets, zeroInModulus, zeroInExponent}) {
      SignatureVerifier verifier = verifier(form.toByteArray());
      assertThat(verifier.verify(DATA, 0, DATA.length, signature)).isTrue();
      assertThat(verifier.verify(DATA, 0, DATA.length - 1, signature)).isFalse();
    }
  }

  @Test
  void anExponentThatMakesVerifyingAsSlowAsSigningIsRefused() throws Exception {
    byte[] n =
        BigIntegers.asUnsignedByteArray(
            ((RSAPublicKey) pair(4096, RSAKeyGenParameterSpec.F4).getPublic()).getModulus());
    assertThat(verifier(form(BigInteger.ONE.shiftLeft(127).setBit(0), n))).isNotNull();
    assertRefused(
        form(BigInteger.ONE.shiftLeft(128).setBit(0), n),
        "expected an RSA exponent of at most 128 bits but found one of 129");
    assertRefused(
        form(BigInteger.ONE.shiftLeft(65_000).setBit(0), n),
        "of at most 4096 bits but found 65001");
  }

  private static byte[] form(BigInteger exponent, byte[] modulus) {
    byte[] e = BigIntegers.asUnsignedByteArray(exponent);
    return new WireWriter(600).u8(0).u16(e.length).bytes(e).bytes(modulus).toByteArray();
  }

  @Test
  void aSignatureOfAnotherLengthIsFalseAndDoesNotDisturbTheNext() throws Exception {
    for (CryptoProviders providers : PROVIDERS.each(Algorithm.RSASHA256)) {
      KeyPair pair = pair(1024, RSAKeyGenParameterSpec.F4);
      byte[] signature = sign(pair);
      SignatureVerifier verifier = SignatureVerifier.of(dnskey(form(pair)), providers);
      for (int length : new int[] {0, 1, 127, 129, 300}) {
        byte[] wrong = Arrays.copyOf(signature, length);
        assertThat(verifier.verify(DATA, 0, DATA.length, wrong)).isFalse();
      }
      byte[] tooLarge = new byte[128];
      Arrays.fill(tooLarge, (byte) 0xff);
      assertThat(verifier.verify(DATA, 0, DATA.length, tooLarge)).isFalse();
      assertThat(verifier.verify(DATA, 0, DATA.length, new byte[128])).isFalse();
      assertThat(verifier.verify(DATA, 0, DATA.length, signature)).isTrue();
    }
  }

  @Test
  void keysThatAreNoneAreRefused() throws Exception {
    byte[] good = form(pair(512, RSAKeyGenParameterSpec.F4));
    assertRefused(new byte[0], "cut short");
    assertRefused(new byte[] {3, 1, 0}, "cut short");
    assertRefused(new byte[] {0, 1}, "cut short");
    assertRefused(new byte[] {3, 1, 0, 1}, "odd RSA modulus");
    byte[] evenExponent = good.clone();
    evenExponent[3] = 2;
    assertRefused(evenExponent, "odd exponent");
    byte[] tooShort = Arrays.copyOf(good, good.length - 8);
    tooShort[tooShort.length - 1] |= 1;
    assertRefused(tooShort, "512 to 4096");
    byte[] tooLong = new byte[4 + 513];
    Arrays.fill(tooLong, (byte) 1);
    System.arraycopy(good, 0, tooLong, 0, 4);
    assertRefused(tooLong, "at most 4096 bits");
    assertThatThrownBy(() -> SignatureVerifier.of(new Dnskey(256, 3, 253, good), PROVIDERS))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessage("algorithm 253 is not supported");
  }

  private static void assertRefused(byte[] publicKey, String message) {
    assertThatThrownBy(() -> verifier(publicKey))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining(message);
  }

  private static SignatureVerifier verifier(byte[] publicKey) throws UnusableKeyException {
    return SignatureVerifier.of(dnskey(publicKey), PROVIDERS);
  }

  private static Dnskey dnskey(byte[] publicKey) {
    return new Dnskey(256, 3, Algorithm.RSASHA256.number(), publicKey);
  }

  private static byte[] form(KeyPair pair) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    byte[] e = BigIntegers.asUnsignedByteArray(key.getPublicExponent());
    byte[] n = BigIntegers.asUnsignedByteArray(key.getModulus());
    return new WireWriter(200).u8(e.length).bytes(e).bytes(n).toByteArray();
  }

  private static KeyPair pair(int bits, BigInteger exponent) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
    return generator.generateKeyPair();
  }

  private static byte[] sign(KeyPair pair) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(pair.getPrivate());
    signature.update(DATA);
    return signature.sign();
  }
}
