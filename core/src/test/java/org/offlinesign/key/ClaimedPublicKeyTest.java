package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.name.DnsName;

/** A public key that is written beside a private one is believed only if it is the right one. */
class ClaimedPublicKeyTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final DnsName ZONE = DnsName.of("example.");

  @BeforeAll
  static void loadTheEngineThatProves() {
    assertThat(PROVIDERS.names()).isNotEmpty();
  }

  private static SigningKey generated(Algorithm algorithm) {
    return new KeyGenerator(PROVIDERS)
        .generate(ZONE, KeySpec.of(algorithm, KeyRole.ZSK), List.of());
  }

  private static PrivateKeyInfo secret(SigningKey key) {
    return key.export((facts, secret) -> secret);
  }

  private static BigInteger number(PrivateKeyInfo secret) throws Exception {
    return ECPrivateKey.getInstance(secret.parsePrivateKey()).getKey();
  }

  private static KeyParameters parameters(Algorithm algorithm) {
    return new KeyParameters(algorithm, KeyRole.ZSK.flags(), ZONE);
  }

  private static void assertRead(SigningKey expected, PrivateKeyInfo secret) throws Exception {
    KeyParameters parameters = parameters(expected.facts().algorithm());
    for (CryptoProviders providers : List.of(PROVIDERS, CryptoProviders.bouncyCastle())) {
      SigningKey read = SigningKey.of(parameters, PrivateHalf.held(secret), providers);
      assertThat(read.facts().dnskey()).isEqualTo(expected.facts().dnskey());
      assertThat(secret(read)).isEqualTo(secret(expected));
      assertThat(read.newSigner(providers).sign(new byte[9], 0, 9))
          .hasSize(expected.facts().signatureLength());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384"})
  void theOneThatBelongsToThePrivateKeyIsFoundWhateverIsClaimed(Algorithm algorithm)
      throws Exception {
    SigningKey key = generated(algorithm);
    PrivateKeyInfo secret = secret(key);
    assertRead(key, secret);

    SubjectPublicKeyInfo ofAnother = generated(algorithm).facts().publicKey();
    PrivateKeyInfo lying = algorithm.family().usualForm(secret, ofAnother);
    assertThat(algorithm.family().claimedPublicKey(lying)).hasValue(ofAnother);
    assertRead(key, lying);

    ECPrivateKey alone = new ECPrivateKey(key.facts().bits(), number(secret), null, null);
    assertRead(key, new PrivateKeyInfo(secret.getPrivateKeyAlgorithm(), alone));

    SubjectPublicKeyInfo own = key.facts().publicKey();
    byte[] damaged = own.getPublicKeyData().getOctets().clone();
    damaged[5] ^= 1;
    SubjectPublicKeyInfo noPoint = new SubjectPublicKeyInfo(own.getAlgorithm(), damaged);
    PrivateKeyInfo broken = algorithm.family().usualForm(secret, noPoint);
    assertThat(algorithm.family().claimedPublicKey(broken)).isEmpty();
    assertRead(key, broken);
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384"})
  void aNumberThatIsNoKeyIsRefusedWhateverIsClaimed(Algorithm algorithm) throws Exception {
    SigningKey key = generated(algorithm);
    PrivateKeyInfo secret = secret(key);
    ECPrivateKey zero =
        new ECPrivateKey(
            key.facts().bits(), BigInteger.ZERO, key.facts().publicKey().getPublicKeyData(), null);
    PrivateKeyInfo bad = new PrivateKeyInfo(secret.getPrivateKeyAlgorithm(), zero);
    assertThatThrownBy(() -> SigningKey.of(parameters(algorithm), PrivateHalf.held(bad), PROVIDERS))
        .isInstanceOf(UnusableKeyException.class)
        .hasMessageContaining("expected a private number from 1");
  }
}
