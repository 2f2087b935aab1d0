package org.offlinesign.key;

import java.security.DigestException;
import java.security.MessageDigest;
import org.bouncycastle.crypto.ExtendedDigest;

/**
 * A digest of the Java platform, or of a provider, for the derivations of BouncyCastle.
 *
 * <p>Its own digests are Java code that a process of a fifth of a second spends its time compiling;
 * these are native, or become so.
 */
public final class PlatformDigest implements ExtendedDigest {
  private static final int OCTETS_OF_SHORT_STATE = 32;

  private final MessageDigest digest;

  public PlatformDigest(MessageDigest digest) {
    this.digest = digest;
  }

  @Override
  public String getAlgorithmName() {
    return digest.getAlgorithm();
  }

  @Override
  public int getDigestSize() {
    return digest.getDigestLength();
  }

  /** FIPS 180-4 §1: blocks of 512 bits up to SHA-256, of 1024 bits above and if cut from above. */
  @Override
  public int getByteLength() {
    boolean cut = digest.getAlgorithm().startsWith("SHA-512/");
    return cut || digest.getDigestLength() > OCTETS_OF_SHORT_STATE ? 128 : 64;
  }

  @Override
  public void update(byte octet) {
    digest.update(octet);
  }

  @Override
  public void update(byte[] octets, int offset, int length) {
    digest.update(octets, offset, length);
  }

  @Override
  public int doFinal(byte[] out, int offset) {
    try {
      return digest.digest(out, offset, digest.getDigestLength());
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for the digest", e);
    }
  }

  @Override
  public void reset() {
    digest.reset();
  }
}
