package org.offlinesign.zonefile;

/** Something wrong with the scanner's current field. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  private final LintCode code;
  private final int offset;

  Fault(LintCode code, String message) {
    this(code, message, 0);
  }

  /** Creates a fault at an offset in octets into the field. */
  Fault(LintCode code, String message, int offset) {
    super(message);
    this.code = code;
    this.offset = offset;
  }

  LintCode code() {
    return code;
  }

  int offset() {
    return offset;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
