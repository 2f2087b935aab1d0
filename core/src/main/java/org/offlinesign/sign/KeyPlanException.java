package org.offlinesign.sign;

/** Keys that cannot sign a zone as they were asked to; the message names what mends it. */
public final class KeyPlanException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public KeyPlanException(String message) {
    super(message);
  }
}
