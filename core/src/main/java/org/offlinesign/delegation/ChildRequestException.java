package org.offlinesign.delegation;

/** A request of a child that is refused. */
final class ChildRequestException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ChildFinding.Code code;

  ChildRequestException(ChildFinding.Code code, String message) {
    super(message);
    this.code = code;
  }

  ChildFinding toFinding() {
    return new ChildFinding(code, String.valueOf(getMessage()));
  }
}
