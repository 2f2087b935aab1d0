package org.offlinesign.keystore;

import java.nio.file.Path;

/** A file that is kept beside a key store and belongs to it. */
public enum StoreCompanion {
  /** The store as it was before the last change of its form. */
  BACKUP(".bak"),
  /** The keys that were deleted, until they are gone for good. */
  TRASH(".trash"),
  /** The trash as it was before its last change. */
  TRASH_BACKUP(".trash.bak"),
  /** What processes lock that change the store; it is never removed. */
  LOCK(".lock"),
  /** What the steps of rollovers have done. */
  ROLLOVER_LOG(".rollover.log");

  private final String suffix;

  StoreCompanion(String suffix) {
    this.suffix = suffix;
  }

  /** Returns the file that belongs to a store. */
  public Path of(Path store) {
    return store.resolveSibling(store.getFileName() + suffix);
  }
}
