package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.offlinesign.rdata.Dnskey;

/**
 * What the resolver that is worst off among those of RFC 5011 trusts: it is the last to trust a new
 * key, and the first to distrust a revoked one.
 */
final class AnchorStates {
  private final AnchorHolders holders;
  private final List<Held<ZoneVersion>> zones;
  private final Map<Dnskey, Trust> added = new LinkedHashMap<>();

  /**
   * When a new key is trusted.
   *
   * @param version the number of the first version of those that have the key without a gap
   */
  private record Trust(int version, Instant from) {}

  AnchorStates(AnchorHolders holders, List<Held<ZoneVersion>> zones) {
    this.holders = holders;
    this.zones = zones;
    for (int version = 0; version < zones.size(); version++) {
      for (Dnskey key : newKeys(version)) {
        watch(key, version);
      }
    }
  }

  private List<Dnskey> newKeys(int version) {
    return candidates(version).stream()
        .filter(key -> version == 0 || !candidates(version - 1).contains(key))
        .filter(key -> !holders.keys().contains(key) && !added.containsKey(key))
        .toList();
  }

  /** RFC 5011 §2.2: keys with the SEP flag that are not revoked. */
  private List<Dnskey> candidates(int version) {
    return zones.get(version).version().keys().usable().stream().filter(Dnskey::isSep).toList();
  }

  private void watch(Dnskey key, int first) {
    int last = first;
    while (last + 1 < zones.size() && candidates(last + 1).contains(key)) {
      last++;
    }
    Instant everywhere = first == 0 ? zones.get(0).from() : zones.get(first - 1).servedUntil();
    // RFC 5011 §2.4.1: first seen, then watched, then seen once more.
    Duration wait = holders.holdDown().plus(holders.queryInterval().multipliedBy(2));
    Instant trusted = Instants.plus(everywhere, wait);
    if (!trusted.isAfter(zones.get(last).replaced())) {
      added.put(key, new Trust(first, trusted));
    }
  }

  /** Returns what a resolver trusts that holds the DNSKEY RRset of a version at an instant. */
  Set<Dnskey> trusted(int version, Instant at) {
    Set<Dnskey> keys = new LinkedHashSet<>(holders.keys());
    added.forEach(
        (key, trust) -> {
          if (trust.version <= version && !at.isBefore(trust.from)) {
            keys.add(key);
          }
        });
    keys.removeIf(key -> isRevokedBy(key, version));
    return keys;
  }

  /** RFC 5011 §2.1: revoked for good by the first RRset with the flag that the key itself signs. */
  private boolean isRevokedBy(Dnskey key, int version) {
    Dnskey revoked = key.revoked();
    return zones.subList(0, version + 1).stream()
        .map(zone -> zone.version().keys())
        .anyMatch(keys -> keys.keys().contains(revoked) && keys.isSignedBy(revoked));
  }

  /** Tells of each instant at which a key becomes trusted. */
  void tellChanges(Consumer<Instant> sink) {
    added.values().forEach(trust -> sink.accept(trust.from));
  }
}
