package org.offlinesign.zonefile;

/** How much a {@link Diagnostic} matters. */
public enum Severity {
  /** The file cannot be used. */
  ERROR("error"),
  /** The file can be used, but probably does not say what its author meant. */
  WARNING("warning"),
  /** Worth knowing, nothing is wrong. */
  NOTICE("notice");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
