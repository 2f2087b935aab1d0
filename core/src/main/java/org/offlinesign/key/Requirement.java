package org.offlinesign.key;

/** How strongly a standard asks for something, or against it (RFC 2119, RFC 9904 §3). */
public enum Requirement {
  MUST("MUST"),
  RECOMMENDED("RECOMMENDED"),
  MAY("MAY"),
  NOT_RECOMMENDED("NOT RECOMMENDED"),
  MUST_NOT("MUST NOT");

  private final String words;

  Requirement(String words) {
    this.words = words;
  }

  /** Says whether the standards speak against it, in whatever strength. */
  public boolean isAgainst() {
    return this == NOT_RECOMMENDED || this == MUST_NOT;
  }

  @Override
  public String toString() {
    return words;
  }
}
