package org.offlinesign.zone;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** The hash algorithms of ZONEMD records (IANA "ZONEMD Hash Algorithms"). */
public enum ZonemdHash {
  SHA384(1, "SHA-384"),
  SHA512(2, "SHA-512");

  private final int number;
  private final String text;

  ZonemdHash(int number, String text) {
    this.number = number;
    this.text = text;
  }

  /** Returns the algorithm that a ZONEMD record names; empty if it is not known. */
  public static Optional<ZonemdHash> of(int number) {
    for (ZonemdHash hash : values()) {
      if (hash.number == number) {
        return Optional.of(hash);
      }
    }
    return Optional.empty();
  }

  /** Returns the algorithm that a name ({@code sha384}, {@code SHA-384}) or a number stands for. */
  public static Optional<ZonemdHash> parse(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replace("-", "");
    for (ZonemdHash hash : values()) {
      if (hash.name().equals(plain) || Integer.toString(hash.number).equals(name)) {
        return Optional.of(hash);
      }
    }
    return Optional.empty();
  }

  /** Returns the number in ZONEMD records. */
  public int number() {
    return number;
  }

  MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(text);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + text, e);
    }
  }

  /** Returns the name with its dash: {@code SHA-384}. */
  @Override
  public String toString() {
    return text;
  }
}
