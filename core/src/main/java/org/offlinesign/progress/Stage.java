package org.offlinesign.progress;

/** The parts of work on zones. Not all work has each, and some may come more than once. */
public enum Stage {
  /** Digesting a file of which the seal is to prove that this program wrote it. */
  SEAL,
  /** Reading a file, and sorting what was read on other threads. */
  READ,
  /** Reading, in the same way, a file that was written just before. */
  READ_BACK,
  /** Waiting, after the last record, until all of them are sorted. */
  SORT,
  /** Going through a sorted zone to sign and write it. */
  SIGN,
  /** Sorting the hashes of an NSEC3 chain, and signing and writing its records. */
  CHAIN,
  /** Digesting a zone for its ZONEMD records. */
  DIGEST,
  /** Checking the signatures of a sorted zone, and what goes with them. */
  VERIFY,
  /** Holding a sorted zone to rules. */
  CHECK,
  /** Looking for what the records of a zone lead to. */
  TARGETS,
  /** Comparing two sorted zones. */
  COMPARE,
  /** Writing a zone without signing it. */
  WRITE,
  /** Making a key pair. */
  GENERATE,
  /** Running the lines of a batch. */
  RUN,
  /** Writing out files to disk, and moving them to their names. */
  FINISH
}
