package org.offlinesign.delegation;

/** A file that does not tell of which zone it is, or has more keys and signatures than any zone. */
public final class ChildZoneException extends Exception {
  private static final long serialVersionUID = 1L;

  ChildZoneException(String message) {
    super(message);
  }

  /** Returns what is wrong with which file. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
