package org.offlinesign.audit;

/** The end of a check: here a log is not as it was written. */
final class BrokenChainException extends Exception {
  private final transient AuditFault fault;

  BrokenChainException(AuditFault fault) {
    super(fault.toString());
    this.fault = fault;
  }

  AuditFault fault() {
    return fault;
  }
}
