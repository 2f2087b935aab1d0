package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import org.offlinesign.zone.NodeRrset;

/** Some names that one thread checks one after the other. */
final class NodeBatch {
  private static final int ENOUGH_OCTETS = 32 * 1024;

  private final List<NodeUnit> units = new ArrayList<>();
  private long octets;
  private long records;

  void add(NodeUnit unit) {
    units.add(unit);
    for (NodeRrset rrset : unit.node().rrsets()) {
      records += rrset.size();
    }
    octets += unit.node().octets().length;
  }

  /** Says whether the work is large enough to be handed to a thread. */
  boolean isFull() {
    return octets >= ENOUGH_OCTETS;
  }

  /** Lets each check look at each name, and returns the outcome. */
  NodeOutcome check(List<NodeCheck> checks, NodeOutcome outcome) {
    for (NodeCheck check : checks) {
      check.foresee(units);
    }
    for (NodeUnit unit : units) {
      for (NodeCheck check : checks) {
        check.check(unit, outcome);
      }
    }
    outcome.tally().records(records);
    return outcome;
  }
}
