package org.offlinesign.rollover;

/** Who does what in a step. */
public enum StepKind {
  /** The zone is signed anew and published. */
  SIGN("zone"),
  /** The zone is published without signatures. */
  UNSIGN("zone"),
  /** The parent changes its DS RRset, and that has been seen. */
  PARENT("parent");

  private final String actor;

  StepKind(String actor) {
    this.actor = actor;
  }

  /** Returns who acts: {@code zone} or {@code parent}. */
  public String actor() {
    return actor;
  }
}
