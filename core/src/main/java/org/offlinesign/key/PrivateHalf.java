package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The private half of a key pair: octets that are held here, or a key that never leaves a token.
 * Immutable and thread safe.
 */
public abstract sealed class PrivateHalf permits HeldHalf, TokenHalf {
  PrivateHalf() {}

  /** Returns one that is held here. */
  public static PrivateHalf held(PrivateKeyInfo octets) {
    return new HeldHalf(octets);
  }

  /**
   * Returns one that a token keeps.
   *
   * @param handle what the token's provider calls it by
   */
  public static PrivateHalf inToken(
      Provider token, PrivateKey handle, SubjectPublicKeyInfo publicKey) {
    return new TokenHalf(token, handle, publicKey);
  }

  /**
   * Returns a new one that a token makes, for as long as this process is connected to it.
   *
   * @throws GeneralSecurityException if the token does not make such keys
   */
  public static PrivateHalf generate(Provider token, KeySpec spec) throws GeneralSecurityException {
    return TokenHalf.made(token, spec);
  }

  /**
   * Returns what the provider of its token calls it by.
   *
   * @throws IllegalStateException if no token keeps it
   */
  public abstract PrivateKey handle();

  /**
   * Returns the octets.
   *
   * @throws IllegalStateException if a token keeps them
   */
  public abstract PrivateKeyInfo octets();

  /** Returns how PKCS #8 or a certificate calls such a key. */
  abstract AlgorithmIdentifier kind();

  /** Returns the public half. */
  abstract SubjectPublicKeyInfo publicKey(KeyFamily family) throws UnusableKeyException;

  /** Returns the same; providers may prove it, where else it would have to be computed. */
  abstract SubjectPublicKeyInfo publicKey(Algorithm algorithm, CryptoProviders providers)
      throws UnusableKeyException;

  /** Returns it in the form that programs agree on; refuses one that is damaged. */
  abstract PrivateHalf usualForm(KeyFamily family, SubjectPublicKeyInfo publicKey)
      throws UnusableKeyException;

  /** Starts signing as a key of which this is the private half. */
  abstract Signer signer(ZoneKey key, CryptoProviders providers) throws SigningException;

  /** Returns public facts only. */
  @Override
  public String toString() {
    return kind().getAlgorithm().getId();
  }
}
