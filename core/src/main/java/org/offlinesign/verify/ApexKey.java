package org.offlinesign.verify;

import org.offlinesign.key.Algorithm;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.KeyId;
import org.offlinesign.key.SignatureVerifier;
import org.offlinesign.key.UnusableKeyException;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.record.Rdata;

/**
 * A record of the DNSKEY RRset at the apex, and what it is good for.
 *
 * @param index its number in the RRset
 * @param fault why it is of no use; empty if it is
 */
record ApexKey(int index, Dnskey dnskey, int keyTag, Usability usability, String fault) {
  /** Whether signatures can be checked with a key. */
  enum Usability {
    USABLE,
    /** The program does not know the algorithm. */
    UNSUPPORTED,
    /** The octets are no public key of the algorithm. */
    MALFORMED
  }

  /** Reads a record and tries the key. */
  static ApexKey of(int index, Rdata rdata, CryptoProviders crypto) {
    return of(index, RdataView.ofWhole(rdata, Dnskey::from), crypto);
  }

  private static ApexKey of(int index, Dnskey dnskey, CryptoProviders crypto) {
    int tag = dnskey.keyTag();
    if (Algorithm.of(dnskey.algorithm()).isEmpty()) {
      return new ApexKey(index, dnskey, tag, Usability.UNSUPPORTED, "unknown algorithm");
    }
    try {
      SignatureVerifier.of(dnskey, crypto);
      return new ApexKey(index, dnskey, tag, Usability.USABLE, "");
    } catch (UnusableKeyException e) {
      return new ApexKey(index, dnskey, tag, Usability.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** Says whether a signature's fields name this key, and maybe others too. */
  boolean isNamedBy(int tag, int algorithm) {
    return keyTag == tag && dnskey.algorithm() == algorithm;
  }

  /** Says whether the key may sign a zone at all (RFC 4034 §2.1.1, §2.1.2). */
  boolean maySign() {
    return dnskey.isZoneKey() && dnskey.protocol() == Dnskey.PROTOCOL;
  }

  /** Says whether signatures by the key make data valid (RFC 5011 §2.1). */
  boolean isTrusted() {
    return maySign() && !dnskey.isRevoked();
  }

  /** Returns tag and algorithm. */
  @Override
  public String toString() {
    return "key " + new KeyId(keyTag, dnskey.algorithm());
  }
}
