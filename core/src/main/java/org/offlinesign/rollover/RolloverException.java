package org.offlinesign.rollover;

/** A rollover that cannot begin or go on; the message says why and what to do. */
public final class RolloverException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception. */
  public RolloverException(String message) {
    super(message);
  }
}
