package org.offlinesign.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.seal.FormerName;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/**
 * A name to be checked, with all that the check needs to know of the names before it.
 *
 * @param isInChain whether the name has a place in the chains of NSEC and NSEC3 records
 * @param predecessor the name whose NSEC record must lead to this one; null if there is none
 * @param closed the empty non-terminals that no name from this one on lies below
 * @param former what a file says of the name whose signatures are known; null if there is nothing
 */
record NodeUnit(
    OwnerNode node,
    NodeKind kind,
    boolean isInChain,
    @Nullable OwnerNode predecessor,
    List<EmptyNonTerminal> closed,
    @Nullable FormerName former) {
  NodeUnit(
      OwnerNode node,
      NodeKind kind,
      boolean isInChain,
      @Nullable OwnerNode predecessor,
      List<EmptyNonTerminal> closed) {
    this(node, kind, isInChain, predecessor, closed, null);
  }

  /** Returns the same with what a file says of the name whose signatures are known. */
  NodeUnit with(@Nullable FormerName name) {
    return name == null ? this : new NodeUnit(node, kind, isInChain, predecessor, closed, name);
  }
}
