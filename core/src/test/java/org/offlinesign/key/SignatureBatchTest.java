package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;

class SignatureBatchTest {
  private final CryptoProviders providers = CryptoProviders.detect();
  private final byte[] data = new byte[200];

  private SigningKey newKey(Algorithm algorithm) {
    return new KeyGenerator(providers)
        .generate(DnsName.of("example."), KeySpec.of(algorithm, KeyRole.ZSK), List.of());
  }

  /** Returns a verifier in a process that has not loaded what else would check. */
  private static SignatureVerifier verifier(SigningKey key) throws Exception {
    return SignatureVerifier.of(key.facts().dnskey(), CryptoProviders.detect());
  }

  @Test
  void signaturesOfOtherAlgorithmsAreNotForABatch() throws Exception {
    for (Algorithm algorithm : List.of(Algorithm.ECDSAP384SHA384, Algorithm.ED25519)) {
      SigningKey key = newKey(algorithm);
      SignatureVerifier verifier = verifier(key);
      byte[] signature = key.newSigner(providers).sign(data, 0, data.length);
      SignatureBatch batch = new SignatureBatch();
      assertThat(verifier.foresee()).isFalse();
      assertThat(batch.add(verifier, data, 0, data.length, signature)).isFalse();
      assertThat(batch.check()).isEqualTo(new BitSet());
    }
  }

  @Test
  void aBatchOfAnySizeTellsTheGoodSignaturesByTheirNumbers() throws Exception {
    SigningKey key = newKey(Algorithm.ECDSAP256SHA256);
    SignatureVerifier verifier = verifier(key);
    for (int check = 0; check < FrequentKey.FEW_CHECKS; check++) {
      assertThat(verifier.foresee()).isFalse();
    }
    Signer signer = key.newSigner(providers);
    SignatureBatch batch = new SignatureBatch();
    for (int size : new int[] {0, 1, 700, 3}) {
      BitSet good = new BitSet();
      for (int at = 0; at < size; at++) {
        int offset = at % 50;
        data[offset]++;
        byte[] signature = signer.sign(data, offset, 100);
        good.set(at, at % 7 != 3);
        data[offset] += good.get(at) ? 0 : (byte) 1;
        assertThat(batch.add(verifier, data, offset, 100, signature)).isTrue();
      }
      assertThat(batch.check()).isEqualTo(good);
    }
  }
}
