package org.offlinesign.key;

import java.util.Locale;
import java.util.Optional;

/**
 * The signing algorithms that this library signs and verifies with; all else about them is in this
 * table.
 *
 * <p>Numbers and mnemonics are those of the IANA registry "DNS Security Algorithm Numbers", except
 * that 7 is written NSEC3RSASHA1 as BIND's files have it.
 */
public enum Algorithm {
  RSASHA1(5, "SHA1withRSA", Rsa.ANY_LENGTH, "RSASHA1"),
  NSEC3RSASHA1(7, "SHA1withRSA", Rsa.ANY_LENGTH, "RSASHA1-NSEC3-SHA1"),
  RSASHA256(8, "SHA256withRSA", Rsa.ANY_LENGTH, "RSASHA256"),
  // RFC 5702 §2.2: at least 1024 bits.
  RSASHA512(10, "SHA512withRSA", Rsa.LONG, "RSASHA512");

  private static final class Rsa {
    static final KeyLengths ANY_LENGTH = new KeyLengths(512, 4096, 64, 2048);
    static final KeyLengths LONG = new KeyLengths(1024, 4096, 64, 2048);
  }

  private final int number;
  private final String jcaName;
  private final KeyLengths lengths;
  private final String ianaName;

  Algorithm(int number, String jcaName, KeyLengths lengths, String ianaName) {
    this.number = number;
    this.jcaName = jcaName;
    this.lengths = lengths;
    this.ianaName = ianaName;
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
          || plain(algorithm.ianaName).equals(plain)
          || Integer.toString(algorithm.number).equals(text)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  // RSA/SHA-1, as documents write it, is RSASHA1.
  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replace("-", "").replace("/", "");
  }

  /** Returns the number in DNSKEY, DS and RRSIG records. */
  public int number() {
    return number;
  }

  /** Returns the name as it is printed. */
  public String mnemonic() {
    return name();
  }

  /** Returns the name in the IANA registry. */
  public String ianaName() {
    return ianaName;
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

  /** Says whether signatures depend on SHA-1, which no signer should use (RFC 9905). */
  public boolean usesSha1() {
    return jcaName.startsWith("SHA1");
  }

  /** Returns the name of the signature among the Java security standard algorithm names. */
  String jcaName() {
    return jcaName;
  }

  /** Returns how its keys are written and made. */
  KeyFamily family() {
    return RsaFamily.INSTANCE;
  }
}
