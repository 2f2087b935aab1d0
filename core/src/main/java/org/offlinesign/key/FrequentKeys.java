package org.offlinesign.key;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The keys of ECDSA P-256 that signatures are checked with, and which of them have a table that
 * makes this faster. Thread safe; knows up to 64 keys, of which the 8 that got their tables last
 * have one.
 */
final class FrequentKeys {
  static final int MAX_TABLES = 8;

  private static final int MAX_KEYS = 64;
  private static final float USUAL_LOAD = 0.75f;

  private final int maxTables;
  private final Map<SubjectPublicKeyInfo, FrequentKey> known =
      new LinkedHashMap<>(MAX_KEYS, USUAL_LOAD, true);
  private final Deque<FrequentKey> withTable = new ArrayDeque<>();

  private FrequentKeys(int maxTables) {
    this.maxTables = maxTables;
  }

  /** Returns one that knows no keys yet. */
  static FrequentKeys remembered() {
    return new FrequentKeys(MAX_TABLES);
  }

  /** Returns one that leaves all to the providers. */
  static FrequentKeys none() {
    return new FrequentKeys(0);
  }

  /** Says whether keys of an algorithm can have tables. */
  boolean include(Algorithm algorithm) {
    return maxTables > 0 && algorithm == Algorithm.ECDSAP256SHA256;
  }

  /** Returns what is known of a key, and forgets another if that is too much. */
  synchronized FrequentKey of(SubjectPublicKeyInfo key) throws UnusableKeyException {
    FrequentKey found = known.get(key);
    if (found == null) {
      found = new FrequentKey(EcFamily.P256.dnskeyForm(key), this);
      known.put(key, found);
      if (known.size() > MAX_KEYS) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return found;
  }

  /** Says whether a key can have a table without another losing its own. */
  synchronized boolean haveRoom() {
    return withTable.size() < maxTables;
  }

  /** Notes that a key has a table now; the key that has had one for longest may lose it. */
  synchronized void noteTableOf(FrequentKey key) {
    if (withTable.size() >= maxTables) {
      withTable.remove().dropTable();
    }
    withTable.add(key);
  }
}
