package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.offlinesign.name.DnsName;

/** Who makes signatures of RFC 6979; {@code SelfTestTest} has its examples. */
class Rfc6979Test {
  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"ECDSAP256SHA256", "ECDSAP384SHA384"})
  void unlessAskedForEachSignatureIsAnother(Algorithm algorithm) throws Exception {
    SigningKey key = generate(algorithm);
    byte[] data = new byte[40];
    for (CryptoProviders provider : CryptoProviders.detect().each(algorithm)) {
      Signer signer = key.newSigner(provider);
      assertThat(signer.sign(data, 0, 40)).isNotEqualTo(signer.sign(data, 0, 40));
    }
  }

  @Test
  void theOtherAlgorithmsKeepTheirFastestProvider() {
    CryptoProviders usual = CryptoProviders.detect();
    CryptoProviders deterministic = usual.deterministic();
    for (Algorithm algorithm : Algorithm.values()) {
      boolean elliptic = algorithm.name().startsWith("ECDSA");
      assertThat(deterministic.nameFor(algorithm).orElseThrow())
          .startsWith(elliptic ? "BouncyCastle" : usual.nameFor(algorithm).orElseThrow());
    }
  }

  private static SigningKey generate(Algorithm algorithm) {
    return new KeyGenerator(CryptoProviders.detect())
        .generate(DnsName.of("example."), KeySpec.of(algorithm, KeyRole.ZSK), List.of());
  }
}
