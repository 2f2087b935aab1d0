package org.offlinesign.verify;

import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/** Checks the records by which a zone proves what it does not hold. */
interface DenialCheck {
  /**
   * Takes the next name, in canonical order, on the thread that reads the zone, and says what the
   * check of that name needs to know.
   */
  NodeUnit enter(OwnerNode node, NodeKind kind);

  /** Returns the part of the check that any thread can do. */
  NodeCheck newNodeCheck();

  /** Reports what can be said only after the last name. */
  void finish(Findings findings);
}
