package org.offlinesign.rollover;

/**
 * Why a step is not to be done now.
 *
 * @param sentence what is the matter, until when, and what to do
 */
public record Refusal(Kind kind, String sentence) {
  /** What is the matter. */
  public enum Kind {
    /** Caches may still need what the step takes away. */
    NOT_DUE,
    /** The DS RRset of the parent is not known. */
    DS_UNKNOWN,
    /** The DS RRset of the parent is not yet what it must be. */
    DS_DIFFERS
  }
}
