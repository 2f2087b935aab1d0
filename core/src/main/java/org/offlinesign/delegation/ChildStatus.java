package org.offlinesign.delegation;

/** What became of the DS records of a delegation. */
public enum ChildStatus {
  /** There were none, and now there are. */
  NEW,
  /** There are others than before. */
  CHANGED,
  /** There are none any more. */
  REMOVED,
  /** They are the same as before. */
  UNCHANGED,
  /** There were none, and are none. */
  INSECURE
}
