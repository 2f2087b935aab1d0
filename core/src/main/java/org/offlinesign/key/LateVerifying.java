package org.offlinesign.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;

/** Checks that begin with the first signature, because what does them takes long to load. */
final class LateVerifying implements VerifyingOperation {
  private final Start start;
  private @Nullable VerifyingOperation started;

  /** Begins checks; refuses with an exception a key that none can be done with. */
  interface Start {
    VerifyingOperation verifying() throws UnusableKeyException;
  }

  LateVerifying(Start start) {
    this.start = start;
  }

  @Override
  public boolean verify(byte[] data, int offset, int length, byte[] signature)
      throws GeneralSecurityException {
    VerifyingOperation verifying = started;
    if (verifying == null) {
      try {
        verifying = start.verifying();
      } catch (UnusableKeyException e) {
        throw new InvalidKeyException(e.getMessage(), e);
      }
      started = verifying;
    }
    return verifying.verify(data, offset, length, signature);
  }
}
