package org.offlinesign.verify;

/** Is told how far a verification has come; called on the thread that asked for it. */
@FunctionalInterface
public interface VerificationListener {
  /** Ignores everything. */
  VerificationListener NONE = (done, total) -> {};

  /**
   * The work has come further.
   *
   * @param done records read, and from then on records checked
   * @param total how many records are to be checked; 0 while the file is being read
   */
  void advanced(long done, long total);
}
