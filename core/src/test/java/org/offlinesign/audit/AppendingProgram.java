package org.offlinesign.audit;

import java.nio.file.Path;

/** A program that adds some lines to an audit log, to be run many times at once. */
public final class AppendingProgram {
  private AppendingProgram() {}

  /**
   * Adds the lines, and prints the digest of each once it is there.
   *
   * @param arguments the log, what is to stand in each line, and how many there are to be
   */
  public static void main(String[] arguments) throws Exception {
    try (AuditLog log = new AuditLog(Path.of(arguments[0]))) {
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        LineDigest digest = log.append("\"writer\":\"" + arguments[1] + "\",\"line\":" + i);
        System.out.println(digest);
      }
    }
  }
}
