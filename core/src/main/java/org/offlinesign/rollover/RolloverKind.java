package org.offlinesign.rollover;

/** Which keys a rollover changes. */
public enum RolloverKind {
  ZSK,
  KSK,
  /** All keys of an algorithm. */
  ALGORITHM,
  /** Whether the zone is signed at all. */
  SECURITY;

  /** Says whether both can be under way in one zone: only those of ZSK and KSK do not meet. */
  public boolean canGoAlongWith(RolloverKind other) {
    return this != other && isOfOneRole() && other.isOfOneRole();
  }

  private boolean isOfOneRole() {
    return this == ZSK || this == KSK;
  }
}
