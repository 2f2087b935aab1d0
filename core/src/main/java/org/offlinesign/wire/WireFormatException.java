package org.offlinesign.wire;

/** Octets that do not have the form they should have. */
public final class WireFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception that says what was expected and what was found. */
  public WireFormatException(String message) {
    super(message);
  }
}
