package org.offlinesign.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.offlinesign.key.Algorithm;
import org.offlinesign.name.DnsName;

class SealTest {
  /** RFC 4034 §3.1.8.1: a signature of an RRSIG covers the type, then the algorithm. */
  @Test
  void whatIsSignedBeginsAsTheDataOfNoSignatureOfARealKey() {
    byte[] octets =
        Seal.signedOctets(DnsName.of("example."), FileLayout.TEXT, Proof.VERIFIED, new byte[32]);
    assertThat(octets).startsWith(0xff, 0xff, 'o');
    assertThat(Algorithm.values()).noneMatch(algorithm -> algorithm.number() == 'o');
  }
}
