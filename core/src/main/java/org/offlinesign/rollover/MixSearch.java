package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks at every mix of what caches may hold at one instant. */
final class MixSearch {
  /** Stands for the DS set where it plays no part. */
  static final DsVersion NO_DS = DsVersion.none("no DS set", Duration.ZERO);

  private final ChainRules rules;
  private final List<Held<ZoneVersion>> zones;
  private final Instant at;
  private final Set<Breakage> found = new LinkedHashSet<>();

  MixSearch(ChainRules rules, List<Held<ZoneVersion>> zones, Instant at) {
    this.rules = rules;
    this.zones = zones;
    this.at = at;
  }

  /** Looks for DNSKEY RRsets that a DS set does not lead to. */
  void entries(DsVersion ds) {
    for (Held<ZoneVersion> zone : zones) {
      if (Held.hasKeysAt(zone, at)) {
        ZoneVersion version = zone.version();
        rules.entry(ds, version.keys(), at).ifPresent(f -> add(ds, version, version, f));
      }
    }
  }

  /** Looks for DNSKEY RRsets that trust anchors do not lead to. */
  void anchors(AnchorStates states) {
    for (int i = 0; i < zones.size(); i++) {
      if (Held.hasKeysAt(zones.get(i), at)) {
        ZoneVersion version = zones.get(i).version();
        rules
            .anchored(states.trusted(i, at), version.keys(), at)
            .ifPresent(f -> add(NO_DS, version, version, f));
      }
    }
  }

  /** Looks for data that DNSKEY RRsets do not lead to. */
  void data() {
    for (Held<ZoneVersion> zone : zones) {
      // Where there are no keys, the way ends before the data.
      if (Held.hasKeysAt(zone, at) && !zone.version().keys().keys().isEmpty()) {
        zones.forEach(other -> data(zone.version(), other));
      }
    }
  }

  private void data(ZoneVersion keys, Held<ZoneVersion> data) {
    for (SignedGroup group : data.version().data()) {
      if (Held.hasDataAt(data, group, at)) {
        rules
            .data(keys.keys(), group, Held.validSigners(data, group, at))
            .ifPresent(f -> add(NO_DS, keys, data.version(), f));
      }
    }
  }

  /** Adds what concerns the zone as a whole. */
  void add(DsVersion ds, Cause cause, String what) {
    for (Held<ZoneVersion> zone : zones) {
      if (zone.isServedAt(at)) {
        add(ds, zone.version(), zone.version(), new Fault(cause, what));
        return;
      }
    }
  }

  private void add(DsVersion ds, ZoneVersion keys, ZoneVersion data, Fault fault) {
    // What has expired is bogus beside any keys, and told once.
    ZoneVersion told = fault.cause() == Cause.DATA_NOT_IN_FORCE ? data : keys;
    found.add(new Breakage(at, at.plusSeconds(1), ds, told, data, fault.cause(), fault.what()));
  }

  List<Breakage> found() {
    return List.copyOf(found);
  }
}
