package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.DigestType;
import org.offlinesign.key.DsDigest;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rollover.EarlierVersions.TimedKey;

/**
 * Works out, from the timing of keys, which DS sets came before the one that the parent has and may
 * still be in caches: a DS record that was seen to go ten minutes ago is in most of them.
 */
public final class EarlierDsSets {
  private final DnsName zone;
  private final DsVersion present;
  private final List<TimedKey> keys;
  private final Instant now;

  /**
   * @param present the DS set that the parent has
   * @param keys those of the zone whose timing is known
   */
  public EarlierDsSets(DnsName zone, DsVersion present, List<TimedKey> keys, Instant now) {
    this.zone = zone;
    this.present = present;
    this.keys = List.copyOf(keys);
    this.now = now;
  }

  /**
   * Adds the DS sets that may still be cached to a gate.
   *
   * @param propagation how long a DS set took to reach all servers of the parent
   * @param ttl for how long caches keep one; how long they keep its absence does not count
   * @return for each the instant from which the next one was out, the latest first
   */
  public List<Instant> addTo(ChangeGate.Builder gate, Duration propagation, Duration ttl) {
    List<Instant> added = new ArrayList<>();
    for (Instant change : changes(now.minus(propagation).minus(ttl)).descendingSet()) {
      Set<Ds> records = recordsBefore(change);
      if (!records.equals(Set.copyOf(present.records()))) {
        String label = "the DS set as it was before " + Instants.text(change);
        DsVersion before = new DsVersion(label, List.copyOf(records), ttl);
        gate.earlierParent(before, change.plus(propagation));
        added.add(change);
      }
    }
    return added;
  }

  private NavigableSet<Instant> changes(Instant oldest) {
    NavigableSet<Instant> changes = new TreeSet<>();
    for (TimedKey key : keys) {
      key.timing().at(KeyEvent.DS_PUBLISH).ifPresent(changes::add);
      key.timing().at(KeyEvent.DS_REMOVED).ifPresent(changes::add);
    }
    return changes.subSet(oldest, false, now, true);
  }

  private Set<Ds> recordsBefore(Instant change) {
    Set<Ds> records = new LinkedHashSet<>(present.records());
    for (TimedKey key : keys) {
      if (isSince(key, KeyEvent.DS_PUBLISH, change)) {
        records.removeIf(ds -> isOf(ds, key.key()));
      } else if (isSince(key, KeyEvent.DS_REMOVED, change)) {
        records.addAll(recordsOf(key.key()));
      }
    }
    return records;
  }

  private boolean isSince(TimedKey key, KeyEvent event, Instant change) {
    Optional<Instant> time = key.timing().at(event);
    return time.isPresent() && !time.get().isBefore(change) && !time.get().isAfter(now);
  }

  private boolean isOf(Ds ds, Dnskey key) {
    return new EntryPoints(zone, List.of(), List.of(ds)).include(key);
  }

  /** Returns what the parent will have had of a key: digests as it has them of others now. */
  private List<Ds> recordsOf(Dnskey key) {
    List<DigestType> types =
        present.usable().stream()
            .flatMap(ds -> DigestType.of(ds.digestType()).stream())
            .distinct()
            .toList();
    return (types.isEmpty() ? List.of(DigestType.SHA256) : types)
        .stream().map(type -> DsDigest.of(zone, key, type)).toList();
  }
}
