package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** The keys and signatures of RFC 8080 §6 with every provider. */
class Rfc8080Test {
  private static final int MX = 15;
  private static final long EXPIRATION = 1440021600;
  private static final long INCEPTION = 1438207200;

  // What is printed covers a labels field of 3, although example.com. has two labels. Errata 4935
  // gives the signatures for 2.
  @ParameterizedTest
  @CsvSource({
    "15, 3613, 2, ODIyNjAzODQ2MjgwODAxMjI2NDUxOTAyMDQxNDIyNjI=,"
        + " l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=,"
        + " oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngwcrqNAg==",
    "15, 3613, 3, ODIyNjAzODQ2MjgwODAxMjI2NDUxOTAyMDQxNDIyNjI=,"
        + " l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=,"
        + " Edk+IB9KNNWg0HAjm7FazXyrd5m3Rk8zNZbvNpAcM+eysqcUOMIjWoevFkjH5GaMWeG96GUVZu6ECKOQmemHDg==",
    "15, 35217, 2, DSSF3o0s0f+ElWzj9E/Osxw8hLpk55chkmx0LYN5WiY=,"
        + " zPnZ/QwEe7S8C5SPz2OfS5RR40ATk2/rYnE9xHIEijs=,"
        + " zXQ0bkYgQTEFyfLyi9QoiY6D8ZdYo4wyUhVioYZXFdT410QPRITQSqJSnzQoSm5poJ7gD7AQR0O7KuI5k2pcBg==",
    "15, 35217, 3, DSSF3o0s0f+ElWzj9E/Osxw8hLpk55chkmx0LYN5WiY=,"
        + " zPnZ/QwEe7S8C5SPz2OfS5RR40ATk2/rYnE9xHIEijs=,"
        + " 5LL2obmzdqjWI+Xto5eP5adXt/T5tMhasWvwcyW4L3SzfcRawOle9bodhC+oip9ayUGjY9T/rL4rN3bOuESGDA==",
    "16, 9713, 2, xZ+5Cgm463xugtkY5B0Jx6erFTXp13rYegst0qRtNsOYnaVpMx0Z/c5EiA9x8wWbDDct/U3FhYWA,"
        + " 3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA,"
        + " 3cPAHkmlnxcDHMyg7vFC34l0blBhuG1qpwLmjInI8w1CMB29FkEAIJUA0amxWndkmnBZ6SKiwZSAxGILn/NBtOXf"
        + "t0+Gj7FSvOKxE/07+4RQvE581N3Aj/JtIyaiYVdnYtyMWbSNyGEY2213WKsJlwEA",
    "16, 9713, 3, xZ+5Cgm463xugtkY5B0Jx6erFTXp13rYegst0qRtNsOYnaVpMx0Z/c5EiA9x8wWbDDct/U3FhYWA,"
        + " 3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA,"
        + " Nmc0rgGKpr3GKYXcB1JmqqS4NYwhmechvJTqVzt3jR+Qy/lSLFoIk1L+9e39GPL+5tVzDPN3f9kAwiu8KCuPPjtl"
        + "227ayaCZtRKZuJax7n9NuYlZJIusX0SOIOKBGzG+yWYtz1/jjbzl5GGkWvREUCUA",
    "16, 38353, 2, WEykD3ht3MHkU8iH4uVOLz8JLwtRBSqiBoM6fF72+Mrp/u5gjxuB1DV6NnPO2BlZdz4hdSTkOdOA,"
        + " kkreGWoccSDmUBGAe7+zsbG6ZAFQp+syPmYUurBRQc3tDjeMCJcVMRDmgcNLp5HlHAMy12VoISsA,"
        + " E1/oLjSGIbmLny/4fcgM1z4oL6aqo+izT3urCyHyvEp4Sp8Syg1eI+lJ57CSnZqjJP41O/9l4m0AsQ4f7qI1gVnM"
        + "L8vWWiyW2KXhT9kuAICUSxv5OWbf81Rq7Yu60npabODB0QFPb/rkW3kUZmQ0YQUA",
    "16, 38353, 3, WEykD3ht3MHkU8iH4uVOLz8JLwtRBSqiBoM6fF72+Mrp/u5gjxuB1DV6NnPO2BlZdz4hdSTkOdOA,"
        + " kkreGWoccSDmUBGAe7+zsbG6ZAFQp+syPmYUurBRQc3tDjeMCJcVMRDmgcNLp5HlHAMy12VoISsA,"
        + " +JjANio/LIzp7osmMYE5XD3H/YES8kXs5Vb9H8MjPS8OAGZMD37+LsCIcjg5ivt0d4Om/UaqETEAsJjaYe56CEQP"
        + "5lhRWuD2ivBqE0zfwJTyp4WqvpULbpvaukswvv/WNEFxzEYQEIm9+xDlXj4pMAMA"
  })
  void rfc8080_6_everyProviderMakesTheSignatures(
      int algorithm, int tag, int labels, String secret, String publicKey, String signature)
      throws Exception {
    ExampleKey key = key(algorithm, secret, publicKey);
    assertThat(key.facts().keyTag()).isEqualTo(tag);
    WireWriter mail = new WireWriter(30).u16(10);
    DnsName.of("mail.example.com.").writeTo(mail);
    byte[] data =
        ExampleKey.withRecord(
            key.rrsigData(MX, labels, EXPIRATION, INCEPTION),
            "example.com.",
            MX,
            mail.toByteArray());
    key.assertSigns(data, signature);
  }

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
