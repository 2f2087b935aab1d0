package org.offlinesign.keystore;

/** A selector that is malformed, or names no key, or more than one. */
public final class KeySelectionException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Creates an exception; the message lists keys, where there are some to choose from. */
  public KeySelectionException(String message) {
    super(message);
  }
}
