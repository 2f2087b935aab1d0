package org.offlinesign.seal;

/** Says why a file is not known to be one that this program wrote. */
public final class UnknownFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnknownFileException(String reason) {
    super(reason);
  }
}
