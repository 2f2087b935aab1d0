package org.offlinesign.seal;

import org.offlinesign.key.ZoneKey;

/** What an RRSIG record says of the key that made it. */
public record SignerId(int algorithm, int keyTag) {
  /** Returns what signatures of a key say. */
  public static SignerId of(ZoneKey key) {
    return new SignerId(key.dnskey().algorithm(), key.keyTag());
  }
}
