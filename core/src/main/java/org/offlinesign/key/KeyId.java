package org.offlinesign.key;

import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * What DS and RRSIG records say of a key. Two keys can have the same.
 *
 * @param algorithm its number
 */
public record KeyId(int keyTag, int algorithm) {
  /** Returns what signatures of a key say. */
  public static KeyId of(ZoneKey key) {
    return of(key.dnskey());
  }

  /** Returns what records say of a key as it stands: revoked, it has another tag. */
  public static KeyId of(Dnskey key) {
    return new KeyId(key.keyTag(), key.algorithm());
  }

  /** Returns the key that a DS record names. */
  public static KeyId of(Ds ds) {
    return new KeyId(ds.keyTag(), ds.algorithm());
  }

  /** Returns the text for messages: {@code 51331 (ECDSAP256SHA256)}. */
  @Override
  public String toString() {
    return keyTag + " (" + Algorithm.nameOf(algorithm) + ")";
  }
}
