package org.offlinesign.delegation;

/** A file without keys of the zone, or with more than any zone has. */
public final class EntryPointException extends Exception {
  private static final long serialVersionUID = 1L;

  EntryPointException(String message) {
    super(message);
  }

  /** Returns what is wrong with which file. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
