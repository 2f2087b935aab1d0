package org.offlinesign.seal;

import org.offlinesign.key.ZoneKey;
import org.offlinesign.rdata.Dnskey;

/** What an RRSIG record says of the key that made it. */
public record SignerId(int algorithm, int keyTag) {
  /** Returns what signatures of a key say. */
  public static SignerId of(ZoneKey key) {
    return of(key.dnskey());
  }

  /** Returns what signatures of a key say. */
  public static SignerId of(Dnskey key) {
    return new SignerId(key.algorithm(), key.keyTag());
  }
}
