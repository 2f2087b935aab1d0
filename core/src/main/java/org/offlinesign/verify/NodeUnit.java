package org.offlinesign.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/**
 * A name to be checked, with all that the check needs to know of the names before it.
 *
 * @param isInChain whether the name has a place in the chains of NSEC and NSEC3 records
 * @param predecessor the name whose NSEC record must lead to this one; null if there is none
 * @param closed the empty non-terminals that no name from this one on lies below
 */
record NodeUnit(
    OwnerNode node,
    NodeKind kind,
    boolean isInChain,
    @Nullable OwnerNode predecessor,
    List<EmptyNonTerminal> closed) {}
