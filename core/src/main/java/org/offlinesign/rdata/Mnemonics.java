package org.offlinesign.rdata;

import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;

/** Words that stand for numbers in a field, in any case; numbers stand for themselves. */
final class Mnemonics {
  /** DNS security algorithm numbers (IANA, RFC 4034 App. A.1, RFC 9904). */
  static final Mnemonics ALGORITHMS =
      new Mnemonics(
          "DELETE 0 RSAMD5 1 DH 2 DSA 3 ECC 4 RSASHA1 5 DSA-NSEC3-SHA1 6 NSEC3DSA 6 "
              + "RSASHA1-NSEC3-SHA1 7 NSEC3RSASHA1 7 RSASHA256 8 RSASHA512 10 ECC-GOST 12 "
              + "ECCGOST 12 ECDSAP256SHA256 13 ECDSA256 13 ECDSAP384SHA384 14 ECDSA384 14 "
              + "ED25519 15 ED448 16 SM2SM3 17 ECC-GOST12 23 INDIRECT 252 PRIVATEDNS 253 "
              + "PRIVATEOID 254");

  /** Types of certificates (RFC 4398 §2.1). */
  static final Mnemonics CERTIFICATE_TYPES =
      new Mnemonics(
          "PKIX 1 SPKI 2 PGP 3 IPKIX 4 ISPKI 5 IPGP 6 ACPKIX 7 IACPKIX 8 URI 253 OID 254");

  /** Protocols of KEY records (RFC 2535 §7.1), and the one of DNSKEY records. */
  static final Mnemonics KEY_PROTOCOLS =
      new Mnemonics("NONE 0 TLS 1 EMAIL 2 DNSSEC 3 IPSEC 4 ALL 255");

  /** Schemes of DSYNC records (RFC 9859 §2.2). */
  static final Mnemonics DSYNC_SCHEMES = new Mnemonics("NOTIFY 1");

  private final Map<String, Integer> numbers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Mnemonics(String pairs) {
    StringTokenizer words = new StringTokenizer(pairs);
    while (words.hasMoreTokens()) {
      numbers.put(words.nextToken(), Integer.valueOf(words.nextToken()));
    }
  }

  /** Returns the number of a word; a negative number if it is unknown. */
  int number(String word) {
    return numbers.getOrDefault(word, -1);
  }
}
