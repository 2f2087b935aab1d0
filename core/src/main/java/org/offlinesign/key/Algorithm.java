package org.offlinesign.key;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The signing algorithms that this library signs and verifies with; all else about them is in this
 * table.
 *
 * <p>Numbers and mnemonics are those of the IANA registry "DNS Security Algorithm Numbers", except
 * that 7 is written NSEC3RSASHA1 as BIND's files have it.
 */
public enum Algorithm {
  RSASHA1(5, RsaFamily.INSTANCE, "SHA1withRSA", Lengths.RSA),
  NSEC3RSASHA1(7, RsaFamily.INSTANCE, "SHA1withRSA", Lengths.RSA),
  RSASHA256(8, RsaFamily.INSTANCE, "SHA256withRSA", Lengths.RSA),
  // RFC 5702 §2.2: at least 1024 bits.
  RSASHA512(10, RsaFamily.INSTANCE, "SHA512withRSA", Lengths.LONG_RSA),
  // RFC 6605 §4: r and s one after the other.
  ECDSAP256SHA256(13, EcFamily.P256, "SHA256withECDSAinP1363Format", KeyLengths.fixed(256)),
  ECDSAP384SHA384(14, EcFamily.P384, "SHA384withECDSAinP1363Format", KeyLengths.fixed(384)),
  ED25519(15, EdFamily.ED25519, "Ed25519", KeyLengths.fixed(256)),
  // RFC 8080 §3: the length in bits is that of the 57 octets, as BIND counts it.
  ED448(16, EdFamily.ED448, "Ed448", KeyLengths.fixed(456));

  private static final class Lengths {
    static final KeyLengths RSA = new KeyLengths(512, 4096, 64, 2048, 1024);
    static final KeyLengths LONG_RSA = new KeyLengths(1024, 4096, 64, 2048, 1024);
  }

  private final int number;

  @SuppressWarnings("ImmutableEnumChecker") // Families are constants that nothing changes.
  private final KeyFamily family;

  private final String jcaName;
  private final KeyLengths lengths;

  Algorithm(int number, KeyFamily family, String jcaName, KeyLengths lengths) {
    this.number = number;
    this.family = family;
    this.jcaName = jcaName;
    this.lengths = lengths;
  }

  /** Returns the algorithm that a DNSKEY, DS or RRSIG record names; empty if it is not known. */
  public static Optional<Algorithm> of(int number) {
    for (Algorithm algorithm : values()) {
      if (algorithm.number == number) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Returns the algorithm that a mnemonic in any case, or a number, stands for. */
  public static Optional<Algorithm> parse(String text) {
    String plain = plain(text);
    for (Algorithm algorithm : values()) {
      if (algorithm.name().equals(plain)
          || plain(algorithm.ianaName()).equals(plain)
          || Integer.toString(algorithm.number).equals(text)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the algorithm of a private key where its kind leaves no choice, as that of RSA does.
   */
  static Optional<Algorithm> onlyOneOf(AlgorithmIdentifier kind) {
    List<Algorithm> possible =
        Arrays.stream(values()).filter(algorithm -> algorithm.family.isCalled(kind)).toList();
    return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
  }

  // RSA/SHA-1, as documents write it, is RSASHA1.
  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replace("-", "").replace("/", "");
  }

  /** Returns the number in DNSKEY, DS and RRSIG records. */
  public int number() {
    return number;
  }

  /** Returns the name that is printed for a number, be it known here or not. */
  public static String nameOf(int number) {
    return of(number).map(Algorithm::mnemonic).orElse("algorithm " + number);
  }

  /** Returns the name as it is printed. */
  public String mnemonic() {
    return name();
  }

  /** Returns the name in the IANA registry. */
  public String ianaName() {
    return this == NSEC3RSASHA1 ? "RSASHA1-NSEC3-SHA1" : name();
  }

  /** Returns the lengths that its keys may have. */
  public KeyLengths keyLengths() {
    return lengths;
  }

  /** Returns what the standards say of it. */
  public AlgorithmPolicy policy() {
    return AlgorithmPolicy.of(number)
        .orElseThrow(() -> new AssertionError("the table of policies lacks " + number));
  }

  /** Returns what the standards say of making signatures with it. */
  public Requirement signing() {
    return policy().signing();
  }

  /** Returns the RFC that {@link #signing()} is taken from. */
  public String citation() {
    return policy().citation();
  }

  /** Says whether its keys are RSA keys. */
  public boolean isRsa() {
    return family() == RsaFamily.INSTANCE;
  }

  /** Says whether signatures depend on SHA-1, which no signer should use (RFC 9905). */
  public boolean usesSha1() {
    return jcaName.startsWith("SHA1");
  }

  /** Says whether Windows DNS servers know it: those of 2012 and later, all but Edwards curves. */
  public boolean isKnownToWindows() {
    return !(family instanceof EdFamily);
  }

  /** Returns the algorithm with which a key of this one signs certificates: never with SHA-1. */
  Algorithm forCertificates() {
    return family == RsaFamily.INSTANCE ? RSASHA256 : this;
  }

  /** Returns the name of the signature among the Java security standard algorithm names. */
  String jcaName() {
    return jcaName;
  }

  /** Returns how its keys are written and made. */
  KeyFamily family() {
    return family;
  }
}
