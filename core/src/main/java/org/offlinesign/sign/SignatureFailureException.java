package org.offlinesign.sign;

import java.io.IOException;
import org.offlinesign.key.SigningException;

/** A key, or the provider that works with it, failed in the midst of signing a zone. */
public final class SignatureFailureException extends IOException {
  private static final long serialVersionUID = 1L;

  SignatureFailureException(SigningException cause) {
    super(cause.getMessage(), cause);
  }
}
