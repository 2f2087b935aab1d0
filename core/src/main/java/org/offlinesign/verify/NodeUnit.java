package org.offlinesign.verify;

import org.jspecify.annotations.Nullable;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/**
 * A name to be checked, with all that the check needs to know of the names before it.
 *
 * @param predecessor the name whose NSEC record must lead to this one; null if there is none
 */
record NodeUnit(OwnerNode node, NodeKind kind, @Nullable OwnerNode predecessor) {}
