package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rollover.ModelSchedule.State;

/**
 * A second opinion on what resolvers may hold and validate, as plain as can be: it takes every
 * combination of three states, and knows of digests, spans and joined intervals nothing.
 */
final class NaiveCaches {
  private final NavigableMap<Instant, State> states;
  private final ZoneTimes times;

  NaiveCaches(ModelSchedule schedule) {
    this.states = schedule.states();
    this.times = schedule.times();
  }

  /** Returns each instant at which a cache changes, with the second before and the one after. */
  NavigableSet<Instant> instants() {
    NavigableSet<Instant> instants = new TreeSet<>();
    for (Instant change : states.tailMap(Instant.MIN, false).keySet()) {
      for (Duration lag :
          List.of(
              Duration.ZERO,
              times.propagation(),
              times.propagation().plus(times.keyTtl()),
              times.propagation().plus(times.largestTtl()),
              times.parentPropagation(),
              times.parentPropagation().plus(times.dsTtl()))) {
        Instant at = change.plus(lag);
        instants.addAll(List.of(at.minusSeconds(1), at, at.plusSeconds(1)));
      }
    }
    return instants;
  }

  /** Says whether some combination does not validate. */
  boolean areBroken(Instant at) {
    for (State parent : held(at, times.parentPropagation().plus(times.dsTtl()))) {
      for (State keys : held(at, times.propagation().plus(times.keyTtl()))) {
        for (State data : held(at, times.propagation().plus(times.largestTtl()))) {
          if (!parent.ds().isEmpty() && !validates(parent, keys, data)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** What was published and has been replaced is held for a time. */
  private List<State> held(Instant at, Duration time) {
    List<State> held = new ArrayList<>();
    for (Map.Entry<Instant, State> entry : states.entrySet()) {
      Instant replaced = states.higherKey(entry.getKey());
      boolean begun = !at.isBefore(entry.getKey());
      if (begun && (replaced == null || at.isBefore(replaced.plus(time)))) {
        held.add(entry.getValue());
      }
    }
    return held;
  }

  private static boolean validates(State parent, State keys, State data) {
    Set<Dnskey> entries = new LinkedHashSet<>(parent.ds());
    entries.retainAll(keys.keys());
    entries.retainAll(keys.keySigners());
    Set<Dnskey> signers = new LinkedHashSet<>(data.dataSigners());
    signers.retainAll(keys.keys());
    return algorithms(entries).containsAll(algorithms(parent.ds()))
        && !signers.isEmpty()
        && algorithms(signers).containsAll(algorithms(keys.keys()));
  }

  private static Set<Integer> algorithms(Set<Dnskey> keys) {
    return keys.stream().map(Dnskey::algorithm).collect(Collectors.toSet());
  }
}
