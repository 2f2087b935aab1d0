package org.offlinesign.name;

/** Text or octets that are not a domain name. */
public final class NameSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /** Creates an exception for a fault at an offset (in octets) into the name. */
  public NameSyntaxException(String message, int offset) {
    super(message);
    this.offset = offset;
  }

  /** Returns where in the name the fault is, in octets from its start. */
  public int offset() {
    return offset;
  }
}
