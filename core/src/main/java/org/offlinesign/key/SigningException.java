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

  /** Returns what failed and why, as the innermost of its causes says; those outside say little. */
  static SigningException because(String failure, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = root.getMessage() == null ? root.toString() : root.getMessage();
    return new SigningException(failure + ": " + why, cause);
  }
}
