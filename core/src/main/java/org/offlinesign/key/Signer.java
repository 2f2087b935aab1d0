package org.offlinesign.key;

import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureEngine.SigningOperation;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;

/**
 * Makes signatures with one key. For one thread at a time.
 *
 * <p>A signature is checked with the public key before it is released, as {@link ReleaseCheck} has
 * it: a wrong one, from a fault of the machine, could let others compute the private key.
 */
public final class Signer {
  private final ZoneKey key;
  private final String provider;
  private final SigningOperation signing;
  private final @Nullable VerifyingOperation verifying;

  Signer(
      ZoneKey key,
      String provider,
      SigningOperation signing,
      @Nullable VerifyingOperation verifying) {
    this.key = key;
    this.provider = provider;
    this.signing = signing;
    this.verifying = verifying;
  }

  /** Returns the same, but its signatures are released as they are. */
  Signer withoutCheck() {
    return new Signer(key, provider, signing, null);
  }

  /** Returns the key that signs. */
  public ZoneKey key() {
    return key;
  }

  /** Returns name and version of the implementation that signs. */
  public String provider() {
    return provider;
  }

  /** Returns the signature of some octets in the form that an RRSIG record holds. */
  public byte[] sign(byte[] data, int offset, int length) throws SigningException {
    byte[] signature;
    boolean good;
    try {
      signature = signing.sign(data, offset, length);
      good = verifying == null || verifying.verify(data, offset, length, signature);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw SigningException.because(provider + " failed to sign with " + key, e);
    }
    if (!good) {
      throw new SigningException(
          provider
              + " made a wrong signature with "
              + key
              + "; it is withheld because it could reveal the key");
    }
    return signature;
  }
}
