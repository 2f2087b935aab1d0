package org.offlinesign.key;

/**
 * A key that cannot be used: damaged, mismatched, of an unknown algorithm or a forbidden length.
 */
public final class UnusableKeyException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that says what was expected and what was found. */
  public UnusableKeyException(String message) {
    super(message);
  }

  /** Creates an exception for a fault that another class found. */
  public UnusableKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
