package org.offlinesign.file;

/** Who may read a file that {@link AtomicOutput} makes. */
enum FileAccess {
  /** A file that is replaced keeps its permissions and group; a new one gets what umask leaves. */
  INHERITED,
  /**
   * Its owner alone reads and writes it, from the instant it exists, whatever it was before. A
   * symbolic link of its name is replaced and not followed.
   */
  OWNER_ONLY
}
