package org.offlinesign.zone;

/** Is shown the names of a zone in canonical order, on the thread that reads them. */
@FunctionalInterface
public interface NodeObserver {
  /** Looks at nothing. */
  NodeObserver NONE = (node, kind) -> {};

  /** Looks at the next name. */
  void enter(OwnerNode node, NodeKind kind);
}
