package org.offlinesign.verify;

import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.SigningKey;
import org.offlinesign.key.UnusableKeyException;

/** A small zone with a node of each kind, and keys to sign it with. */
final class ExampleZone {
  static final SigningKey KEY = ExampleSigner.newKey(Algorithm.RSASHA256);
  static final SigningKey OTHER = ExampleSigner.newKey(Algorithm.ECDSAP256SHA256);
  static final ExampleSigner SIGNER = ExampleSigner.of(KEY);

  /** The key tag of {@link #KEY} as it stands in a line. */
  static final String TAG = " " + ExampleSigner.dnskey(KEY).keyTag() + " ";

  static final String TEXT =
      """
      example. 3600 IN SOA ns.example. admin.example. 1 7200 3600 1209600 900
      example. 3600 IN NS ns.example.
      example. 900 IN NSEC a.example. NS SOA RRSIG NSEC DNSKEY
      a.example. 3600 IN A 192.0.2.1
      a.example. 900 IN NSEC d.example. A RRSIG NSEC
      d.example. 3600 IN DNAME other.test.
      d.example. 900 IN NSEC ns.example. DNAME RRSIG NSEC
      below.d.example. 3600 IN TXT "occluded"
      ns.example. 3600 IN A 192.0.2.2
      ns.example. 900 IN NSEC s.example. A RRSIG NSEC
      s.example. 3600 IN NS ns.s.example.
      s.example. 3600 IN DS 1 8 2 E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855
      s.example. 900 IN NSEC u.example. NS DS RRSIG NSEC
      ns.s.example. 3600 IN A 192.0.2.3
      u.example. 3600 IN NS ns.u.example.
      u.example. 900 IN NSEC *.w.example. NS RRSIG NSEC
      ns.u.example. 3600 IN AAAA 2001:db8::1
      *.w.example. 3600 IN TXT "wild"
      *.w.example. 900 IN NSEC example. TXT RRSIG NSEC
      """;

  static final ZoneText SIGNED = SIGNER.sign(TEXT);

  private ExampleZone() {}

  static ZoneText unsigned() {
    return ZoneText.of(TEXT);
  }

  /** Changes the first octet of the signature, which stands in the last field. */
  static String flipSignature(String line) {
    int at = line.lastIndexOf(' ') + 1;
    char flipped = line.charAt(at) == 'A' ? 'B' : 'A';
    return line.substring(0, at) + flipped + line.substring(at + 1);
  }

  static SigningKey withFlags(SigningKey key, int flags) {
    Algorithm algorithm = key.facts().algorithm();
    try {
      return key.withParameters(new KeyParameters(algorithm, flags, ZoneText.ZONE));
    } catch (UnusableKeyException e) {
      throw new AssertionError(e);
    }
  }

  static SigningKey newKey(Algorithm algorithm, int flags) {
    return withFlags(ExampleSigner.newKey(algorithm), flags);
  }
}
