package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.Dnskey;

/**
 * The DNSKEY RRset of a zone with its signatures, which caches hold together.
 *
 * @param keys empty for a zone that has none
 * @param ttl of an absent RRset, how long its absence may be cached
 */
public record KeyRrset(List<Dnskey> keys, Duration ttl, List<SignatureSpan> signatures) {
  /** Copies the lists. */
  public KeyRrset {
    keys = List.copyOf(keys);
    signatures = List.copyOf(signatures);
  }

  /** Returns what is cached of a zone without DNSKEY records. */
  public static KeyRrset none(Duration negativeTtl) {
    return new KeyRrset(List.of(), negativeTtl, List.of());
  }

  /** Returns the keys that may validate something: a revoked one may not (RFC 5011 §2.1). */
  List<Dnskey> usable() {
    return keys.stream()
        .filter(key -> key.isZoneKey() && !key.isRevoked() && key.protocol() == Dnskey.PROTOCOL)
        .filter(key -> Algorithm.of(key.algorithm()).isPresent())
        .toList();
  }

  /** Returns the numbers of the algorithms of usable keys, ascending. */
  Set<Integer> algorithms() {
    return usable().stream().map(Dnskey::algorithm).collect(Collectors.toCollection(TreeSet::new));
  }

  boolean isSignedBy(Dnskey key) {
    KeyId id = KeyId.of(key);
    return signatures.stream().anyMatch(span -> span.key().equals(id));
  }

  boolean isSignedBy(Dnskey key, Instant at) {
    KeyId id = KeyId.of(key);
    return signatures.stream().anyMatch(span -> span.key().equals(id) && span.isInForceAt(at));
  }
}
