package org.offlinesign.delegation;

/** Which keys of the apex go into the zone's keyset- and dsset- files. */
public enum KeySetContent {
  /** None, and no files are written. */
  NONE,
  /** Those with the SEP flag. */
  KSK,
  /** All of them. */
  ALL_KEYS
}
