package org.offlinesign.audit;

/** A file that no line can be added to, for a reason that is not one of the file system. */
public final class AuditLogException extends Exception {
  AuditLogException(String message) {
    super(message);
  }
}
