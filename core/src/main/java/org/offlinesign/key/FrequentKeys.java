package org.offlinesign.key;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.offlinesign.key.SignatureEngine.VerifyingOperation;

/**
 * Makes a provider's checks faster for keys that have made many signatures. Thread safe; remembers
 * up to eight keys and forgets the one that was asked for longest ago.
 */
final class FrequentKeys {
  static final int MAX_KEYS = 8;

  private static final float USUAL_LOAD = 0.75f;

  private final int maxKeys;
  private final Map<SubjectPublicKeyInfo, FrequentKey> keys;

  private FrequentKeys(int maxKeys) {
    this.maxKeys = maxKeys;
    this.keys = new LinkedHashMap<>(maxKeys, USUAL_LOAD, true);
  }

  /** Returns one that knows no keys yet. */
  static FrequentKeys remembered() {
    return new FrequentKeys(MAX_KEYS);
  }

  /** Returns one that leaves all to the providers. */
  static FrequentKeys none() {
    return new FrequentKeys(0);
  }

  /** Returns an operation with the same verdicts. */
  VerifyingOperation hasten(
      Algorithm algorithm, SubjectPublicKeyInfo key, VerifyingOperation provider)
      throws UnusableKeyException {
    return maxKeys > 0 && algorithm == Algorithm.ECDSAP256SHA256
        ? of(key).hasten(provider)
        : provider;
  }

  private synchronized FrequentKey of(SubjectPublicKeyInfo key) throws UnusableKeyException {
    FrequentKey known = keys.get(key);
    if (known == null) {
      known = new FrequentKey(EcFamily.P256.dnskeyForm(key));
      keys.put(key, known);
      if (keys.size() > maxKeys) {
        keys.remove(keys.keySet().iterator().next());
      }
    }
    return known;
  }
}
