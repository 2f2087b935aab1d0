package org.offlinesign.sign;

/**
 * Keys that cannot sign a zone as they were asked to; the message says why, the advice what mends
 * it.
 */
public final class KeyPlanException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Creates an exception.
   *
   * @param message what is wrong with which key
   * @param advice what to do about it, a line of its own
   */
  public KeyPlanException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** Returns a line that says what to do. */
  public String advice() {
    return advice;
  }
}
