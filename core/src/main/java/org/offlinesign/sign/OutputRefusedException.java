package org.offlinesign.sign;

import java.util.List;

/** A zone that was signed but did not stand up to the check of the file written. */
public class OutputRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> findings;

  /** Creates an exception that lists what was found, at least one line. */
  public OutputRefusedException(List<String> findings) {
    super("the signed zone failed its check and was not kept:\n" + String.join("\n", findings));
    this.findings = List.copyOf(findings);
  }

  /** Returns what was found. */
  public List<String> findings() {
    return findings;
  }
}
