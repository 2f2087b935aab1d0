package org.offlinesign.sign;

/** The parts of the work, in their order. */
public enum SigningStage {
  /** Reading the zone file, and sorting what was read. */
  READ,
  /** Merging the sorted runs, signing, and writing the part file. */
  SIGN,
  /** Merging the sorted hashes of an NSEC3 chain, and signing and writing its records. */
  CHAIN,
  /** Reading the part file to digest it, where the zone has ZONEMD records. */
  DIGEST,
  /** Checking the part file. */
  VERIFY,
  /** Moving the files to their names. */
  FINISH
}
