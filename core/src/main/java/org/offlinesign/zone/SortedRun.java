package org.offlinesign.zone;

/** Entries in order, in memory or on disk. Immutable; each cursor is independent of the others. */
sealed interface SortedRun permits MemoryRun, FileRun {
  /**
   * Returns a cursor before the first entry.
   *
   * @param bufferOctets how much memory the cursor may take for octets on disk
   */
  EntryCursor open(int bufferOctets);

  /** Returns the sort key of the first entry. */
  byte[] firstKey();

  /** Returns the sort key of the last entry. */
  byte[] lastKey();
}
