package org.offlinesign.verify;

import java.util.List;

/** Checks one name after the other, in any order; an instance belongs to one thread. */
@FunctionalInterface
interface NodeCheck {
  /** Reports what is wrong with a name and counts what was looked at. */
  void check(NodeUnit unit, NodeOutcome outcome);

  /** Takes note of names that will be checked next, to do at once what is faster so. */
  default void foresee(List<NodeUnit> units) {}
}
