package org.offlinesign.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.offlinesign.wire.Hex;

/** The keys and signatures of RFC 6605 §6 with every provider. */
class Rfc6605Test {
  private static final int A = 1;
  private static final byte[] ADDRESS = {(byte) 192, 0, 2, 1};

  @Test
  void rfc6605_6_1_p256() throws Exception {
    ExampleKey key =
        ExampleKey.of(
            """
            example.net. 3600 IN DNSKEY 257 3 13 (
                    GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edb
                    krSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA== )
            """,
            """
            Private-key-format: v1.2
            Algorithm: 13 (ECDSAP256SHA256)
            PrivateKey: GU6SnQ/Ou+xC5RumuIUIuJZteXT2z0O/ok1s38Et6mQ=
            """);
    assertThat(key.facts().keyTag()).isEqualTo(55648);
    assertThat(key.facts().bits()).isEqualTo(256);
    assertThat(digest(key, DigestType.SHA256))
        .isEqualTo("B4C8C1FE2E7477127B27115656AD6256F424625BF5C1E2770CE6D6E37DF61D17");
    key.assertVerifies(
        wwwA(key, "2010-09-09T10:04:39Z", "2010-08-12T10:04:39Z"),
        "qx6wLYqmh+l9oCKTN6qIc+bw6ya+KJ8oMz0YP107epXAyGmt+3SNruPFKG7tZoLBLlUzGGus7ZwmwWep666VCw==");
  }

  @Test
  void rfc6605_6_2_p384() throws Exception {
    ExampleKey key =
        ExampleKey.of(
            """
            example.net. 3600 IN DNSKEY 257 3 14 (
                    xKYaNhWdGOfJ+nPrL8/arkwf2EY3MDJ+SErKivBVSum1
                    w/egsXvSADtNJhyem5RCOpgQ6K8X1DRSEkrbYQ+OB+v8
                    /uX45NBwY8rp65F6Glur8I/mlVNgF6W/qTI37m40 )
            """,
            """
            Private-key-format: v1.2
            Algorithm: 14 (ECDSAP384SHA384)
            PrivateKey: WURgWHCcYIYUPWgeLmiPY2DJJk02vgrmTfitxgqcL4vwW7BOrbawVmVe0d9V94SR
            """);
    assertThat(key.facts().keyTag()).isEqualTo(10771);
    assertThat(key.facts().bits()).isEqualTo(384);
    assertThat(digest(key, DigestType.SHA384))
        .isEqualTo(
            "72D7B62976CE06438E9C0BF319013CF801F09ECC84B8D7E9495F27E305C6A9B0"
                + "563A9B5F4D288405C3008A946DF983D6");
    key.assertVerifies(
        wwwA(key, "2010-09-09T10:20:25Z", "2010-08-12T10:20:25Z"),
        "/L5hDKIvGDyI1fcARX3z65qrmPsVz73QD1Mr5CEqOiLP95hxQouuroGCeZOvzFaxsT8Glr74hbavRKayJNuydCuz"
            + "WTSSPdz7wnqXL5bdcJzusdnI0RSMROxxwGipWcJm");
  }

  private static String digest(ExampleKey key, DigestType type) {
    return Hex.encode(DsDigest.of(key.facts().zone(), key.facts().dnskey(), type).digest());
  }

  private static byte[] wwwA(ExampleKey key, String expiration, String inception) {
    long until = Instant.parse(expiration).getEpochSecond();
    long from = Instant.parse(inception).getEpochSecond();
    return ExampleKey.withRecord(key.rrsigData(A, 3, until, from), "www.example.net.", A, ADDRESS);
  }
}
