package org.offlinesign.rollover;

/** A rollover that cannot begin or go on; the message says why, the advice what to do. */
public final class RolloverException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * Creates an exception.
   *
   * @param message what is wrong with which zone
   * @param advice what to do about it, a line of its own
   */
  public RolloverException(String message, String advice) {
    super(message);
    this.advice = advice;
  }

  /** Returns a line that says what to do. */
  public String advice() {
    return advice;
  }
}
