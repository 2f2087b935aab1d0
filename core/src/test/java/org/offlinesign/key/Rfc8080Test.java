package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.wire.Hex;

/** The DS records of RFC 8080 §6; {@code SelfTestTest} has the signatures. */
class Rfc8080Test {
  @ParameterizedTest
  @CsvSource({
    "15, ODIyNjAzODQ2MjgwODAxMjI2NDUxOTAyMDQxNDIyNjI=,"
        + " l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=,"
        + " 3AA5AB37EFCE57F737FC1627013FEE07BDF241BD10F3B1964AB55C78E79A304B",
    "16, xZ+5Cgm463xugtkY5B0Jx6erFTXp13rYegst0qRtNsOYnaVpMx0Z/c5EiA9x8wWbDDct/U3FhYWA,"
        + " 3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA,"
        + " 6CCF18D5BC5D7FC2FCEB1D59D17321402F2AA8D368048DB93DD811F5CB2B19C7"
  })
  void rfc8080_6_dsRecordsPointToTheKeys(
      int algorithm, String secret, String publicKey, String digest) throws Exception {
    ZoneKey facts = key(algorithm, secret, publicKey).facts();
    assertThat(Hex.encode(DsDigest.of(facts.zone(), facts.dnskey(), DigestType.SHA256).digest()))
        .isEqualTo(digest);
  }

  private static ExampleKey key(int algorithm, String secret, String publicKey) throws Exception {
    return ExampleKey.of(
        "example.com. 3600 IN DNSKEY 257 3 " + algorithm + " " + publicKey,
        "Private-key-format: v1.2\nAlgorithm: " + algorithm + "\nPrivateKey: " + secret + "\n");
  }
}
