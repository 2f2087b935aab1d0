package org.offlinesign.selftest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What RFCs print besides signatures. */
public final class RfcExamples {
  /** The names of RFC 4034 §6.1 in their order. */
  public static final List<String> NAMES_IN_ORDER =
      List.of(
          "example.",
          "a.example.",
          "yljkjljk.a.example.",
          "Z.a.example.",
          "zABC.a.EXAMPLE.",
          "z.example.",
          "\\001.z.example.",
          "*.z.example.",
          "\\200.z.example.");

  /** The key of RFC 4034 §5.4 and RFC 4509 §2.3, which says nothing of its private part. */
  public static final String DIGESTED_KEY =
      """
      dskey.example.com. 86400 IN DNSKEY 256 3 5 ( AQOeiiR0GOMYkDshWoSKz9Xz
      fwJr1AYtsmx3TGkJaNXVbfi/
      2pHm822aJ5iI9BMzNXxeYCmZ
      DRD99WYwYqUSdjMmmAphXdvx
      egXd/M5+X7OrzKBaMbCVdFLU
      Uh6DhweJBjEVv5f2wwjM9Xzc
      nOf+EPbtG9DMBmADjFDc2w/r
      ljwvFw==
      ) ;  key id = 60485
      """;

  /** The tag of that key. */
  public static final int DIGESTED_KEY_TAG = 60485;

  /** The digest of that key by SHA-1, in RFC 4034 §5.4. */
  public static final String SHA1_DIGEST = "2BB183AF5F22588179A53B0A98631FAD1A292118";

  /** The digest of that key by SHA-256, in RFC 4509 §2.3. */
  public static final String SHA256_DIGEST =
      "D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A";

  /** How often the names of RFC 5155 appendix A are hashed. */
  public static final int NSEC3_ITERATIONS = 12;

  /** What they are hashed with. */
  public static final String NSEC3_SALT = "aabbccdd";

  /** The zone of RFC 8976 appendix A.1, with its ZONEMD record. */
  public static final String ZONE_WITH_DIGEST =
      """
      example.      86400   IN  SOA     ns1 admin 2018031900 1800 900 604800 86400
                    86400   IN  NS      ns1
                    86400   IN  NS      ns2
                    86400   IN  ZONEMD  2018031900 1 1 (
                                        c68090d90a7aed716bc459f9340e3d7c1370d4d24b7e2fc3
                                        a1ddc0b9a87153b9a9713b3c9ae5cc27777f98b8e730044c )
      ns1           3600    IN  A       203.0.113.63
      ns2           3600    IN  AAAA    2001:db8::63
      """;

  private RfcExamples() {}

  /** Returns the names of RFC 5155 appendix A with their hashes. */
  public static Map<String, String> nsec3Hashes() {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("example.", "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom");
    hashes.put("a.example.", "35mthgpgcu1qg68fab165klnsnk3dpvl");
    hashes.put("ai.example.", "gjeqe526plbf1g8mklp59enfd789njgi");
    hashes.put("ns1.example.", "2t7b4g4vsa5smi47k61mv5bv1a22bojr");
    hashes.put("ns2.example.", "q04jkcevqvmu85r014c7dkba38o0ji5r");
    hashes.put("w.example.", "k8udemvp1j2f7eg6jebps17vp3n8i58h");
    hashes.put("*.w.example.", "r53bq7cc2uvmubfu5ocmm6pers9tk9en");
    hashes.put("X.W.Example.", "b4um86eghhds6nea196smvmlo4ors995");
    hashes.put("y.w.example.", "ji6neoaepv8b5o6k4ev33abha8ht9fgc");
    hashes.put("x.y.w.example.", "2vptu5timamqttgl4luu9kg21e0aor3s");
    hashes.put("xx.example.", "t644ebqk9bibcna874givr6joj62mlhv");
    hashes.put("2t7b4g4vsa5smi47k61mv5bv1a22bojr.example.", "kohar7mbb8dc2ce8a9qvl8hon4k53uhi");
    return hashes;
  }
}
