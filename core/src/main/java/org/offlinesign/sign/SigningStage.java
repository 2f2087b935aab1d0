package org.offlinesign.sign;

/** The parts of the work, in their order. */
public enum SigningStage {
  /** Reading the zone file, and sorting what was read. */
  READ,
  /** Merging the sorted runs, signing, and writing the part file. */
  SIGN,
  /** Checking the part file. */
  VERIFY,
  /** Moving the files to their names. */
  FINISH
}
