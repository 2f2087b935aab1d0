package org.offlinesign.audit;

import java.nio.file.Path;

/**
 * Where a log is not as it was written.
 *
 * @param line of the file, from 1
 * @param message what is wrong there, in words
 */
public record AuditFault(Path file, long line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
