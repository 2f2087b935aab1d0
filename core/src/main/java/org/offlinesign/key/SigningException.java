package org.offlinesign.key;

/** A signature that could not be made, or was made wrong and therefore not released. */
public final class SigningException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that names the key and what went wrong. */
  public SigningException(String message) {
    super(message);
  }

  /** Creates an exception for a fault of the provider that signs. */
  public SigningException(String message, Throwable cause) {
    super(message, cause);
  }
}
