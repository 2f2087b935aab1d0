package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

class CheckedSignaturesTest {
  private static final CryptoProviders PROVIDERS = CryptoProviders.detect();
  private static final int MANY = 5000;

  private final CheckedSignatures memory = new CheckedSignatures(1 << 20);

  private static CheckedSignatures.Digest digest(String key) {
    return new CheckedSignatures.Digest(octets(key), PROVIDERS);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void add(String key, String data, String signature) {
    memory.add(digest(key), octets(data), 0, data.length(), octets(signature));
  }

  private boolean contains(String key, String data, String signature) {
    return memory.contains(digest(key), octets(data), 0, data.length(), octets(signature));
  }

  @Test
  void aSignatureIsKnownByItsKeyItsOctetsAndItself() {
    assertThat(contains("key", "data", "signature")).isFalse();
    add("key", "data", "signature");
    assertThat(contains("key", "data", "signature")).isTrue();
    assertThat(contains("kez", "data", "signature")).isFalse();
    assertThat(contains("key", "date", "signature")).isFalse();
    assertThat(contains("key", "data", "signaturf")).isFalse();
  }

  @Test
  void thousandsAreKnownAndNoOthers() {
    for (int i = 0; i < MANY; i++) {
      add("key", "data" + i, "signature");
      add("key", "data" + i, "signature");
    }
    assertThat(memory.size()).isEqualTo(MANY);
    for (int i = 0; i < 2 * MANY; i++) {
      assertThat(contains("key", "data" + i, "signature")).as("%s", i).isEqualTo(i < MANY);
    }
  }

  @Test
  void whatDoesNotFitIsForgotten() {
    CheckedSignatures small = new CheckedSignatures(1 << 13);
    CheckedSignatures.Digest digest = digest("key");
    for (int i = 0; i < MANY; i++) {
      byte[] data = octets("data" + i);
      small.add(digest, data, 0, data.length, data);
    }
    assertThat(small.size()).isPositive().isLessThanOrEqualTo((1 << 13) / 32);
    new CheckedSignatures(0).add(digest, octets("data"), 0, 4, octets("data"));
  }

  @Test
  void onlyWhatIsRightIsRemembered() throws Exception {
    KeySpec spec = new KeySpec(Algorithm.RSASHA256, 1024, KeyRole.ZSK);
    SigningKey key =
        new KeyGenerator(PROVIDERS).generate(DnsName.of("example."), spec, new ArrayList<>());
    Dnskey dnskey = key.facts().dnskey();
    byte[] data = octets("data");
    byte[] signature = key.newSigner(PROVIDERS).sign(data, 0, data.length);
    byte[] wrong = signature.clone();
    wrong[0] ^= 1;
    CryptoProviders remembering = PROVIDERS.remembering(memory);
    SignatureVerifier keeper = SignatureVerifier.of(dnskey, remembering);
    for (byte[] one : List.of(wrong, signature)) {
      assertThat(keeper.verifyToKeep(data, 0, data.length, one)).isEqualTo(one == signature);
    }
    assertThat(memory.size()).isEqualTo(1);
    SignatureVerifier reader = SignatureVerifier.of(dnskey, remembering);
    assertThat(reader.verify(data, 0, data.length, signature)).isTrue();
    assertThat(reader.verify(data, 0, data.length, wrong)).isFalse();
    assertThat(reader.verify(data, 0, data.length - 1, signature)).isFalse();
    assertThat(memory.size()).isEqualTo(1);
  }
}
