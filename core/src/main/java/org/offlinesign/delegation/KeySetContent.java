package org.offlinesign.delegation;

import org.offlinesign.rdata.Dnskey;

/** Which keys of the apex go into the zone's keyset- and dsset- files. */
public enum KeySetContent {
  /** None, and no files are written. */
  NONE {
    @Override
    boolean isOfKind(Dnskey key) {
      return false;
    }
  },
  /** Those with the SEP flag. */
  KSK {
    @Override
    boolean isOfKind(Dnskey key) {
      return key.isSep();
    }
  },
  /** All of them. */
  ALL_KEYS {
    @Override
    boolean isOfKind(Dnskey key) {
      return true;
    }
  };

  abstract boolean isOfKind(Dnskey key);

  /** Says whether a key goes into the files; never one that no DS record may be about. */
  boolean holds(Dnskey key) {
    return key.isZoneKey() && !key.isRevoked() && isOfKind(key);
  }
}
