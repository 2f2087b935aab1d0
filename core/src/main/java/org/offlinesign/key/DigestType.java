package org.offlinesign.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** The digests of DS and CDS records (IANA "DS RR Type Digest Algorithms"). */
public enum DigestType {
  SHA1(1, "SHA-1", 20),
  SHA256(2, "SHA-256", 32),
  SHA384(4, "SHA-384", 48);

  private final int number;
  private final String text;
  private final int length;

  DigestType(int number, String text, int length) {
    this.number = number;
    this.text = text;
    this.length = length;
  }

  /** Returns the digest that a DS record names; empty if it is not known. */
  public static Optional<DigestType> of(int number) {
    for (DigestType type : values()) {
      if (type.number == number) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the digest that a name ({@code sha256}, {@code SHA-256}) or a number stands for. */
  public static Optional<DigestType> parse(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replace("-", "");
    for (DigestType type : values()) {
      if (type.name().equals(plain) || Integer.toString(type.number).equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Returns the number in DS records. */
  public int number() {
    return number;
  }

  /** Returns the length of the digest in octets. */
  public int length() {
    return length;
  }

  /** Returns what the standards say of it. */
  public DigestPolicy policy() {
    return DigestPolicy.of(number)
        .orElseThrow(() -> new AssertionError("the table of policies lacks " + number));
  }

  /** Returns what the standards say of delegating with it. */
  public Requirement delegation() {
    return policy().delegation();
  }

  /** Returns the RFC that {@link #delegation()} is taken from. */
  public String citation() {
    return policy().citation();
  }

  byte[] digest(byte[] octets) {
    return newDigest().digest(octets);
  }

  MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(text);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + text, e);
    }
  }

  /** Returns the name with its dash: {@code SHA-256}. */
  @Override
  public String toString() {
    return text;
  }
}
