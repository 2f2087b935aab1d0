package org.offlinesign.lint;

import java.io.IOException;
import org.offlinesign.zone.NodeKind;
import org.offlinesign.zone.OwnerNode;

/** A rule that is held against the names of a zone one after the other, in canonical order. */
interface LintRule {
  /** Looks at the next name. */
  void check(OwnerNode node, NodeKind kind) throws IOException;

  /** Says, after the last name, what could not be said before. */
  default void finish() {}
}
