package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.WireWriter;

/** A key and a signature printed in an RFC, to be made and checked with every provider. */
record ExampleKey(SigningKey key) {
  /** Reads a DNSKEY record and the text of a private key file. */
  static ExampleKey of(String publicText, String privateText) throws UnusableKeyException {
    ZoneKey facts = BindPublicKey.parse(publicText);
    BindPrivateKey secret = BindPrivateKey.parse(privateText);
    assertThat(secret.algorithm()).isEqualTo(facts.algorithm().number());
    return new ExampleKey(SigningKey.of(facts, secret.privateKey()));
  }

  ZoneKey facts() {
    return key.facts();
  }

  List<CryptoProviders> providers() {
    return CryptoProviders.detect().each(facts().algorithm());
  }

  /**
   * Returns the first octets of what a signature covers: the RRSIG data up to the signer's name.
   */
  WireWriter rrsigData(int type, int labels, long expiration, long inception) {
    WireWriter data = new WireWriter(200);
    data.u16(type).u8(facts().algorithm().number()).u8(labels).u32(3600);
    data.u32(expiration).u32(inception).u16(facts().keyTag());
    facts().zone().writeLowerCaseTo(data);
    return data;
  }

  /** Appends one record of class IN with a TTL of an hour. */
  static byte[] withRecord(WireWriter data, String owner, int type, byte[] rdata) {
    DnsName.of(owner).writeTo(data);
    data.u16(type).u16(1).u32(3600).u16(rdata.length);
    return data.bytes(rdata).toByteArray();
  }

  /** Every provider makes just this signature. */
  void assertSigns(byte[] data, String base64) throws Exception {
    byte[] expected = Base64.getDecoder().decode(base64);
    for (CryptoProviders provider : providers()) {
      Signer signer = key.newSigner(provider);
      assertThat(signer.sign(data, 0, data.length)).as(signer.provider()).isEqualTo(expected);
    }
    assertVerifies(data, base64);
  }

  /** Every provider finds this signature right, and wrong when a bit of it or of the data flips. */
  void assertVerifies(byte[] data, String base64) throws Exception {
    byte[] signature = Base64.getDecoder().decode(base64);
    byte[] others = data.clone();
    others[5] ^= 1;
    for (CryptoProviders provider : providers()) {
      String name = provider.names().get(0);
      SignatureVerifier verifier = SignatureVerifier.of(facts().dnskey(), provider);
      assertThat(verifier.verify(data, 0, data.length, signature)).as(name).isTrue();
      assertThat(verifier.verify(others, 0, data.length, signature)).as(name).isFalse();
      for (int octet : new int[] {0, signature.length / 2, signature.length - 1}) {
        byte[] wrong = signature.clone();
        wrong[octet] ^= 1;
        assertThat(verifier.verify(data, 0, data.length, wrong)).as(name).isFalse();
      }
      assertThat(verifier.verify(data, 0, data.length, signature)).as(name).isTrue();
    }
  }
}
