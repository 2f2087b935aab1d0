package org.offlinesign.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 digest, as it is written in an audit log. */
public final class LineDigest {
  /** What the first line of a log has in place of the digest of a line before it. */
  public static final LineDigest NONE = new LineDigest(new byte[LineDigest.OCTETS]);

  /** How many characters the text has. */
  static final int TEXT_LENGTH = 64;

  private static final int OCTETS = 32;

  private final byte[] octets;

  private LineDigest(byte[] octets) {
    this.octets = octets;
  }

  /** Returns the digest of some octets. */
  static LineDigest of(byte[] octets, int offset, int length) {
    MessageDigest sha256 = begin();
    sha256.update(octets, offset, length);
    return endOf(sha256);
  }

  /** Returns the digest of what was digested, which then begins anew. */
  static LineDigest endOf(MessageDigest sha256) {
    return new LineDigest(sha256.digest());
  }

  /** Begins a digest. */
  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Returns the digest that a text of 64 hexadecimal digits stands for; empty for any other. */
  public static Optional<LineDigest> parse(String text) {
    boolean isHex = text.length() == TEXT_LENGTH && text.chars().allMatch(HexFormat::isHexDigit);
    return isHex ? Optional.of(new LineDigest(HexFormat.of().parseHex(text))) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineDigest that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Returns 64 hexadecimal digits in lower case. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(octets);
  }
}
