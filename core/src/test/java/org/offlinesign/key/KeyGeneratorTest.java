package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

class KeyGeneratorTest {
  private static final DnsName ZONE = DnsName.of("example.com.");
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final KeySpec SPEC = new KeySpec(Algorithm.RSASHA256, 512, KeyRole.ZSK);

  @ParameterizedTest
  @ValueSource(ints = {512, 576, 640, 704, 960, 1024, 1088, 1472, 2048})
  void everyProviderMakesOrLeavesEachLength(int bits) throws Exception {
    KeySpec spec = new KeySpec(Algorithm.RSASHA256, bits, KeyRole.KSK);
    for (CryptoProviders providers :
        List.of(PROVIDERS, CryptoProviders.withoutNative(), CryptoProviders.bouncyCastle())) {
      SigningKey key = new KeyGenerator(providers).generate(ZONE, spec, List.of());
      assertThat(key.facts().bits()).isEqualTo(bits);
      assertThat(key.facts().dnskey().flags()).isEqualTo(257);
      // RFC 3110 §2: one octet of length, 65537 in three octets, the modulus without zeros.
      assertThat(key.facts().dnskey().publicKey()).hasSize(4 + bits / 8).startsWith(3, 1, 0, 1);
      assertThat(key.newSigner(providers).sign(new byte[5], 0, 5)).hasSize(bits / 8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ECDSAP256SHA256, 64, 64",
    "ECDSAP384SHA384, 96, 96",
    "ED25519, 32, 64",
    "ED448, 57, 114"
  })
  void everyProviderMakesKeysOfCurvesInOneForm(
      Algorithm algorithm, int keyOctets, int signatureOctets) throws Exception {
    KeySpec spec = KeySpec.of(algorithm, KeyRole.KSK);
    for (CryptoProviders providers : PROVIDERS.each(algorithm)) {
      SigningKey key = new KeyGenerator(providers).generate(ZONE, spec, List.of());
      assertThat(key.facts().dnskey().publicKey()).hasSize(keyOctets);
      for (CryptoProviders signing : PROVIDERS.each(algorithm)) {
        assertThat(key.newSigner(signing).sign(new byte[5], 0, 5)).hasSize(signatureOctets);
      }
      PrivateKeyInfo secret = key.export((facts, privateKey) -> privateKey);
      // RFC 5958 §2: the version of a structure without the public key beside.
      assertThat(secret.getVersion().intValueExact()).isZero();
      assertThat(secret.hasPublicKey()).isFalse();
      assertThat(algorithm.family().usualForm(secret, algorithm.family().publicKey(secret)))
          .isEqualTo(secret);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384", "ED25519", "ED448"})
  void aKeyOnACurveWhoseTagIsTakenIsMadeAgain(Algorithm algorithm) {
    KeySpec spec = KeySpec.of(algorithm, KeyRole.ZSK);
    List<Dnskey> all = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Dnskey made = new KeyGenerator(PROVIDERS).generate(ZONE, spec, all).facts().dnskey();
      assertThat(KeyGenerator.collides(made, all)).isFalse();
      all.add(made);
    }
  }

  @Test
  void aKeyWhoseTagIsTakenIsMadeAgain() {
    SigningKey taken = generate(List.of());
    SigningKey free = generate(List.of(taken.facts().dnskey()));
    SigningKey made = generateFrom(List.of(taken.facts().dnskey()), taken, taken, free);
    assertThat(made.facts().dnskey()).isEqualTo(free.facts().dnskey());
  }

  @Test
  void theTagOfTheRevokedFormIsTakenToo() {
    SigningKey key = generate(List.of());
    Dnskey dnskey = key.facts().dnskey();
    Dnskey sameTagAsRevoked = withTag(dnskey.revokedKeyTag());
    assertThat(KeyGenerator.collides(dnskey, List.of(sameTagAsRevoked))).isTrue();
    assertThat(KeyGenerator.collides(sameTagAsRevoked, List.of(dnskey))).isTrue();
    assertThat(KeyGenerator.collides(dnskey, List.of(withTag(dnskey.keyTag())))).isTrue();
    SigningKey free = generate(List.of(dnskey, sameTagAsRevoked));
    SigningKey made = generateFrom(List.of(sameTagAsRevoked), key, free);
    assertThat(made.facts().dnskey()).isEqualTo(free.facts().dnskey());
  }

  @Test
  void anEndlessRunOfCollisionsEnds() {
    SigningKey taken = generate(List.of());
    PrivateHalf secret = taken.privateHalf();
    assertThatThrownBy(
            () -> KeyGenerator.generate(ZONE, SPEC, List.of(taken.facts().dnskey()), () -> secret))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("example.com.");
  }

  private static SigningKey generate(Collection<Dnskey> present) {
    return new KeyGenerator(PROVIDERS).generate(ZONE, SPEC, present);
  }

  private static SigningKey generateFrom(Collection<Dnskey> present, SigningKey... offered) {
    Deque<SigningKey> queue = new ArrayDeque<>(List.of(offered));
    return KeyGenerator.generate(ZONE, SPEC, present, () -> queue.remove().privateHalf());
  }

  /** Returns some key record of a tag: four octets of key are enough to reach any. */
  private static Dnskey withTag(int tag) {
    for (int i = 0; i <= 0xffff; i++) {
      Dnskey key = new Dnskey(256, 3, 8, new byte[] {(byte) (i >> 8), (byte) i});
      if (key.keyTag() == tag) {
        return key;
      }
    }
    throw new AssertionError("no key has the tag " + tag);
  }
}
