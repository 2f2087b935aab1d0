package org.offlinesign.selftest;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** The examples of RFC 6605 §6 and RFC 8080 §6. */
final class CurveExamples {
  private static final String OF_RFC_8080 = "RFC 8080 section 6";

  private static final KeyText P256 =
      new KeyText(
          OptionalInt.of(55648),
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

  /** The digest of the DS record for the key P384 by SHA-384. */
  static final String P384_DIGEST =
      "72D7B62976CE06438E9C0BF319013CF801F09ECC84B8D7E9495F27E305C6A9B0"
          + "563A9B5F4D288405C3008A946DF983D6";

  static final KeyText P384 =
      new KeyText(
          OptionalInt.of(10771),
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

  private static final KeyText ED25519 =
      edwards(
          3613,
          15,
          "l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=",
          "ODIyNjAzODQ2MjgwODAxMjI2NDUxOTAyMDQxNDIyNjI=");

  private static final KeyText OTHER_ED25519 =
      edwards(
          35217,
          15,
          "zPnZ/QwEe7S8C5SPz2OfS5RR40ATk2/rYnE9xHIEijs=",
          "DSSF3o0s0f+ElWzj9E/Osxw8hLpk55chkmx0LYN5WiY=");

  private static final KeyText ED448 =
      edwards(
          9713,
          16,
          "3kgROaDjrh0H2iuixWBrc8g2EpBBLCdGzHmn+G2MpTPhpj/OiBVHHSfPodx1FYYUcJKm1MDpJtIA",
          "xZ+5Cgm463xugtkY5B0Jx6erFTXp13rYegst0qRtNsOYnaVpMx0Z/c5EiA9x8wWbDDct/U3FhYWA");

  private static final KeyText OTHER_ED448 =
      edwards(
          38353,
          16,
          "kkreGWoccSDmUBGAe7+zsbG6ZAFQp+syPmYUurBRQc3tDjeMCJcVMRDmgcNLp5HlHAMy12VoISsA",
          "WEykD3ht3MHkU8iH4uVOLz8JLwtRBSqiBoM6fF72+Mrp/u5gjxuB1DV6NnPO2BlZdz4hdSTkOdOA");

  private CurveExamples() {}

  private static KeyText edwards(int tag, int algorithm, String publicKey, String secret) {
    return new KeyText(
        OptionalInt.of(tag),
        "example.com. 3600 IN DNSKEY 257 3 " + algorithm + " " + publicKey,
        "Private-key-format: v1.2\nAlgorithm: " + algorithm + "\nPrivateKey: " + secret + "\n");
  }

  static List<SignatureExample> all() {
    return List.of(
        SignatureExample.random(
            "RFC 6605 section 6.1",
            P256,
            address("2010-08-12T10:04:39Z", "2010-09-09T10:04:39Z"),
            "qx6wLYqmh+l9oCKTN6qIc+bw6ya+KJ8oMz0YP107epXAyGmt+3SNruPFKG7tZoLBLlUzGGus7ZwmwWep666VCw=="),
        SignatureExample.random(
            "RFC 6605 section 6.2",
            P384,
            address("2010-08-12T10:20:25Z", "2010-09-09T10:20:25Z"),
            "/L5hDKIvGDyI1fcARX3z65qrmPsVz73QD1Mr5CEqOiLP95hxQouuroGCeZOvzFaxsT8Glr74hbavRKayJNuydCuz"
                + "WTSSPdz7wnqXL5bdcJzusdnI0RSMROxxwGipWcJm"),
        SignatureExample.unique(
            OF_RFC_8080,
            ED25519,
            mail(2),
            "oL9krJun7xfBOIWcGHi7mag5/hdZrKWw15jPGrHpjQeRAvTdszaPD+QLs3fx8A4M3e23mRZ9VrbpMngwcrqNAg"
                + "=="),
        SignatureExample.unique(
            OF_RFC_8080,
            ED25519,
            mail(3),
            "Edk+IB9KNNWg0HAjm7FazXyrd5m3Rk8zNZbvNpAcM+eysqcUOMIjWoevFkjH5GaMWeG96GUVZu6ECKOQmemHDg"
                + "=="),
        SignatureExample.unique(
            OF_RFC_8080,
            OTHER_ED25519,
            mail(2),
            "zXQ0bkYgQTEFyfLyi9QoiY6D8ZdYo4wyUhVioYZXFdT410QPRITQSqJSnzQoSm5poJ7gD7AQR0O7KuI5k2pcBg"
                + "=="),
        SignatureExample.unique(
            OF_RFC_8080,
            OTHER_ED25519,
            mail(3),
            "5LL2obmzdqjWI+Xto5eP5adXt/T5tMhasWvwcyW4L3SzfcRawOle9bodhC+oip9ayUGjY9T/rL4rN3bOuESGDA"
                + "=="),
        SignatureExample.unique(
            OF_RFC_8080,
            ED448,
            mail(2),
            "3cPAHkmlnxcDHMyg7vFC34l0blBhuG1qpwLmjInI8w1CMB29FkEAIJUA0amxWndkmnBZ6SKiwZSAxGILn/NBtO"
                + "Xft0+Gj7FSvOKxE/07+4RQvE581N3Aj/JtIyaiYVdnYtyMWbSNyGEY2213WKsJlwEA"),
        SignatureExample.unique(
            OF_RFC_8080,
            ED448,
            mail(3),
            "Nmc0rgGKpr3GKYXcB1JmqqS4NYwhmechvJTqVzt3jR+Qy/lSLFoIk1L+9e39GPL+5tVzDPN3f9kAwiu8KCuPPj"
                + "tl227ayaCZtRKZuJax7n9NuYlZJIusX0SOIOKBGzG+yWYtz1/jjbzl5GGkWvREUCUA"),
        SignatureExample.unique(
            OF_RFC_8080,
            OTHER_ED448,
            mail(2),
            "E1/oLjSGIbmLny/4fcgM1z4oL6aqo+izT3urCyHyvEp4Sp8Syg1eI+lJ57CSnZqjJP41O/9l4m0AsQ4f7qI1gV"
                + "nML8vWWiyW2KXhT9kuAICUSxv5OWbf81Rq7Yu60npabODB0QFPb/rkW3kUZmQ0YQUA"),
        SignatureExample.unique(
            OF_RFC_8080,
            OTHER_ED448,
            mail(3),
            "+JjANio/LIzp7osmMYE5XD3H/YES8kXs5Vb9H8MjPS8OAGZMD37+LsCIcjg5ivt0d4Om/UaqETEAsJjaYe56CE"
                + "QP5lhRWuD2ivBqE0zfwJTyp4WqvpULbpvaukswvv/WNEFxzEYQEIm9+xDlXj4pMAMA"));
  }

  private static SignedRecord address(String inception, String expiration) {
    return new SignedRecord(
        "www.example.net.",
        RecordType.A,
        "C0000201",
        3,
        Instant.parse(inception).getEpochSecond(),
        Instant.parse(expiration).getEpochSecond());
  }

  /**
   * What is printed covers a labels field of 3, although example.com. has two labels; errata 4935
   * gives the signatures for 2.
   */
  private static SignedRecord mail(int labels) {
    WireWriter exchange = new WireWriter(32).u16(10);
    DnsName.of("mail.example.com.").writeTo(exchange);
    return new SignedRecord(
        "example.com.",
        RecordType.MX,
        Hex.encode(exchange.toByteArray()),
        labels,
        1_438_207_200,
        1_440_021_600);
  }
}
