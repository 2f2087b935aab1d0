package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

class SignerTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final SigningKey KEY =
      new KeyGenerator(PROVIDERS)
          .generate(
              DnsName.of("example.com."),
              new KeySpec(Algorithm.RSASHA256, 1024, KeyRole.ZSK),
              List.of());

  @Test
  void aWrongSignatureIsWithheld() {
    Signer faulty =
        new Signer(
            KEY.facts(),
            "a broken machine",
            (data, offset, length) -> new byte[128],
            (data, offset, length, signature) -> false);
    assertThatThrownBy(() -> faulty.sign(new byte[1], 0, 1))
        .isInstanceOf(SigningException.class)
        .hasMessageContaining("a broken machine")
        .hasMessageContaining("withheld");
  }

  @Test
  void aKeyWithADamagedPrimeSignsNothingWithAnyProvider() throws Exception {
    PrivateKeyInfo whole = KEY.export((facts, secret) -> secret);
    RSAPrivateKey good = RsaFamily.parse(whole);
    RSAPrivateKey bad =
        new RSAPrivateKey(
            good.getModulus(),
            good.getPublicExponent(),
            good.getPrivateExponent(),
            good.getPrime1(),
            good.getPrime2(),
            good.getExponent1().flipBit(100),
            good.getExponent2(),
            good.getCoefficient());
    PrivateKeyInfo encoded = new PrivateKeyInfo(whole.getPrivateKeyAlgorithm(), bad);
    SigningKey damaged = SigningKey.of(KEY.facts(), encoded);
    for (CryptoProviders provider : PROVIDERS.each()) {
      assertThatThrownBy(() -> damaged.newSigner(provider))
          .as(provider.names().toString())
          .isInstanceOf(SigningException.class)
          .hasMessageContaining("no provider here signs");
    }
  }

  @Test
  void allProvidersMakeTheSameSignature() throws Exception {
    byte[] data = new byte[1000];
    byte[] first = KEY.newSigner(PROVIDERS).sign(data, 17, 900);
    for (CryptoProviders provider : PROVIDERS.each()) {
      assertThat(KEY.newSigner(provider).sign(data, 17, 900)).isEqualTo(first);
    }
    assertThat(KEY.newSigner(CryptoProviders.withoutNative()).sign(data, 17, 900)).isEqualTo(first);
  }

  @Test
  void sha1SignsWithEveryProvider() throws Exception {
    SigningKey sha1 = KEY.withParameters(new KeyParameters(Algorithm.NSEC3RSASHA1, null, null));
    for (CryptoProviders provider : PROVIDERS.each()) {
      assertThat(sha1.newSigner(provider).sign(new byte[4], 0, 4)).hasSize(128);
    }
  }

  @Test
  void theNamesOfTheProvidersTellVersions() {
    assertThat(PROVIDERS.names()).last().asString().startsWith("BouncyCastle");
    assertThat(CryptoProviders.withoutNative().names()).first().asString().startsWith("JDK Sun");
    assertThat(PROVIDERS.names().size() + PROVIDERS.notices().size()).isEqualTo(3);
  }
}
