package org.offlinesign.key;

import java.util.Arrays;
import org.bouncycastle.crypto.ExtendedDigest;

/**
 * Derives keys from a password as PKCS #12 itself does (RFC 7292 appendix B.2), and leaves no copy
 * of the password behind. Not thread safe.
 */
public final class Pkcs12Derivation {
  private final ExtendedDigest digest;
  private final char[] password;
  private final byte[] salt;
  private final int iterations;

  /** What a key is for (appendix B.3). */
  public enum Purpose {
    /** To encrypt. */
    KEY(1),
    /** To begin the encryption with. */
    VECTOR(2),
    /** To authenticate. */
    MAC(3);

    private final byte identifier;

    Purpose(int identifier) {
      this.identifier = (byte) identifier;
    }
  }

  /**
   * Prepares to derive.
   *
   * @param password stays the caller's, who wipes it
   */
  public Pkcs12Derivation(ExtendedDigest digest, char[] password, byte[] salt, int iterations) {
    this.digest = digest;
    this.password = password;
    this.salt = salt.clone();
    this.iterations = iterations;
  }

  /** Returns a key, for the caller to wipe. */
  public byte[] derive(Purpose purpose, int octets) {
    int block = digest.getByteLength();
    byte[] input = saltAndPassword(block);
    try {
      byte[] key = new byte[octets];
      for (int done = 0; done < octets; done += digest.getDigestSize()) {
        byte[] part = repeatedDigest(purpose, input);
        System.arraycopy(part, 0, key, done, Math.min(part.length, octets - done));
        addToEachBlock(repeated(part, block), input);
      }
      return key;
    } finally {
      Arrays.fill(input, (byte) 0);
    }
  }

  /** Returns both, each repeated until it fills whole blocks. */
  private byte[] saltAndPassword(int block) {
    byte[] typed = octetsOf(password);
    int saltLength = wholeBlocks(salt.length, block);
    byte[] both = new byte[saltLength + wholeBlocks(typed.length, block)];
    for (int i = 0; i < both.length; i++) {
      both[i] = i < saltLength ? salt[i % salt.length] : typed[(i - saltLength) % typed.length];
    }
    Arrays.fill(typed, (byte) 0);
    return both;
  }

  private static int wholeBlocks(int length, int block) {
    return (length + block - 1) / block * block;
  }

  /** Appendix B.1: a BMPString with two octets 0 at its end; one that is empty has no octets. */
  private static byte[] octetsOf(char[] password) {
    byte[] octets = new byte[password.length == 0 ? 0 : (password.length + 1) * Character.BYTES];
    for (int i = 0; i < password.length; i++) {
      octets[2 * i] = (byte) (password[i] >>> Byte.SIZE);
      octets[2 * i + 1] = (byte) password[i];
    }
    return octets;
  }

  private byte[] repeatedDigest(Purpose purpose, byte[] input) {
    byte[] diversifier = new byte[digest.getByteLength()];
    Arrays.fill(diversifier, purpose.identifier);
    digest.update(diversifier, 0, diversifier.length);
    digest.update(input, 0, input.length);
    byte[] result = new byte[digest.getDigestSize()];
    digest.doFinal(result, 0);
    for (int i = 1; i < iterations; i++) {
      digest.update(result, 0, result.length);
      digest.doFinal(result, 0);
    }
    return result;
  }

  private static byte[] repeated(byte[] octets, int total) {
    byte[] result = new byte[total];
    for (int i = 0; i < total; i++) {
      result[i] = octets[i % octets.length];
    }
    return result;
  }

  /** Step 6C: adds a number and 1 to each block, which is a number too. */
  private static void addToEachBlock(byte[] addend, byte[] blocks) {
    for (int end = blocks.length; end > 0; end -= addend.length) {
      int carry = 1;
      for (int i = addend.length; i > 0; i--) {
        int place = end - addend.length + i - 1;
        carry += (blocks[place] & 0xff) + (addend[i - 1] & 0xff);
        blocks[place] = (byte) carry;
        carry >>>= Byte.SIZE;
      }
    }
  }
}
