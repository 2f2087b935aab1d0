package org.offlinesign.keystore;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyParameters;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;

/** The common name of a key's certificate: {@code example.com 32478 RSASHA1 257}. */
record CertificateSubject(DnsName zone, int keyTag, Algorithm algorithm, int flags) {
  private static final int WORDS = 4;
  private static final int MAX_U16 = 0xffff;

  /** Returns the subject that a key's certificate gets. */
  static CertificateSubject of(ZoneKey key) {
    return new CertificateSubject(key.zone(), key.keyTag(), key.algorithm(), key.dnskey().flags());
  }

  /** Returns what a distinguished name says, if it has this form. */
  static Optional<CertificateSubject> parse(X500Name name) {
    try {
      return parseSound(name);
    } catch (RuntimeException damaged) {
      // The library decodes a name when it is looked at, and has many exceptions for one that is
      // none.
      return Optional.empty();
    }
  }

  private static Optional<CertificateSubject> parseSound(X500Name name) {
    RDN[] commonNames = name.getRDNs(BCStyle.CN);
    if (commonNames.length != 1 || commonNames[0].isMultiValued()) {
      return Optional.empty();
    }
    List<String> words =
        List.of(commonNames[0].getFirst().getValue().toString().trim().split("\\s+", -1));
    if (words.size() != WORDS) {
      return Optional.empty();
    }
    Optional<Algorithm> algorithm = Algorithm.parse(words.get(2));
    if (algorithm.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new CertificateSubject(
              DnsName.parse(words.get(0)),
              number(words.get(1)),
              algorithm.get(),
              number(words.get(3))));
    } catch (NameSyntaxException | NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  /** Returns a distinguished name as text; that of a stranger's certificate may be damaged. */
  static String textOf(X500Name name) {
    try {
      return name.toString();
    } catch (RuntimeException damaged) {
      // As above.
      return "(not readable)";
    }
  }

  private static int number(String text) {
    int value = Integer.parseInt(text);
    if (value < 0 || value > MAX_U16) {
      throw new NumberFormatException(text + " is not within 0..65535");
    }
    return value;
  }

  /** Returns the distinguished name {@code CN=...}. */
  X500Name toName() {
    // As a value and not as text, which would be searched for escapes, and refused over the 64
    // characters of RFC 5280: names of zones are longer.
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.CN, new DERUTF8String(toString()))
        .build();
  }

  KeyParameters parameters() {
    return new KeyParameters(algorithm, flags, zone);
  }

  /** Returns the four words; the zone is written without its final dot, but for the root. */
  @Override
  public String toString() {
    String name = zone.toString();
    String shown = zone.isRoot() ? name : name.substring(0, name.length() - 1);
    return shown + " " + keyTag + " " + algorithm.mnemonic() + " " + flags;
  }
}
