package org.offlinesign.verify;

/** Checks one name after the other, in any order; an instance belongs to one thread. */
@FunctionalInterface
interface NodeCheck {
  /** Reports what is wrong with a name and counts what was looked at. */
  void check(NodeUnit unit, NodeOutcome outcome);
}
