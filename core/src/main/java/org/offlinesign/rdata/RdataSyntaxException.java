package org.offlinesign.rdata;

/**
 * Text that is not the RDATA of its type; the message says what was expected and what was found.
 */
public final class RdataSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /** Creates an exception for a fault at the start of the current field. */
  public RdataSyntaxException(String message) {
    this(message, 0);
  }

  /** Creates an exception for a fault at an offset in octets into the current field. */
  public RdataSyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Returns the offset in octets into the current field. */
  public int offset() {
    return offset;
  }
}
