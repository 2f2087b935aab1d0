package org.offlinesign.rollover;

import static org.offlinesign.rollover.ModelFixture.T0;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.offlinesign.key.KeyId;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Dnskey;

/**
 * Steps with the waits between them, which can be shortened and swapped to see what breaks.
 *
 * @param times of the zone and its parent
 * @param anchors keys that resolvers trust by RFC 5011
 */
record ModelSchedule(
    DnsName zone, ZoneTimes times, State start, List<Step> steps, List<Dnskey> anchors) {
  ModelSchedule {
    steps = List.copyOf(steps);
    anchors = List.copyOf(anchors);
  }

  /**
   * What a step does, and how long after the one before.
   *
   * @param change takes keys in and out
   */
  record Step(String title, Duration delay, UnaryOperator<State> change) {
    Step after(Duration other) {
      return new Step(title, other, change);
    }
  }

  /** What is published: a zone without keys and signers is unsigned. */
  record State(Set<Dnskey> keys, Set<Dnskey> keySigners, Set<Dnskey> dataSigners, Set<Dnskey> ds) {
    static final State NOTHING = new State(Set.of(), Set.of(), Set.of(), Set.of());

    State publish(Dnskey... more) {
      return new State(with(keys, more), keySigners, dataSigners, ds);
    }

    State withdraw(Dnskey... gone) {
      return new State(without(keys, gone), keySigners, dataSigners, ds);
    }

    State signKeys(Dnskey... more) {
      return new State(keys, with(keySigners, more), dataSigners, ds);
    }

    State stopSigningKeys(Dnskey... gone) {
      return new State(keys, without(keySigners, gone), dataSigners, ds);
    }

    State signData(Dnskey... more) {
      return new State(keys, keySigners, with(dataSigners, more), ds);
    }

    State stopSigningData(Dnskey... gone) {
      return new State(keys, keySigners, without(dataSigners, gone), ds);
    }

    State delegate(Dnskey... more) {
      return new State(keys, keySigners, dataSigners, with(ds, more));
    }

    State stopDelegating(Dnskey... gone) {
      return new State(keys, keySigners, dataSigners, without(ds, gone));
    }

    State unsign() {
      return new State(Set.of(), Set.of(), Set.of(), ds);
    }

    private static Set<Dnskey> with(Set<Dnskey> some, Dnskey... more) {
      Set<Dnskey> all = new LinkedHashSet<>(some);
      Collections.addAll(all, more);
      return all;
    }

    private static Set<Dnskey> without(Set<Dnskey> some, Dnskey... gone) {
      Set<Dnskey> rest = new LinkedHashSet<>(some);
      List.of(gone).forEach(rest::remove);
      return rest;
    }

    boolean isUnsigned() {
      return keys.isEmpty() && dataSigners.isEmpty();
    }
  }

  /** Returns the schedule with another wait before a step. */
  ModelSchedule waiting(int step, Duration wait) {
    List<Step> changed = new ArrayList<>(steps);
    changed.set(step, changed.get(step).after(wait));
    return new ModelSchedule(zone, times, start, changed, anchors);
  }

  /** Returns the schedule with what two neighbours do exchanged, each on the other's date. */
  ModelSchedule swapped(int first) {
    List<Step> changed = new ArrayList<>(steps);
    Step one = steps.get(first);
    Step other = steps.get(first + 1);
    changed.set(first, other.after(one.delay));
    changed.set(first + 1, one.after(other.delay));
    return new ModelSchedule(zone, times, start, changed, anchors);
  }

  /** Returns what is published from when on; steps on one date are one change. */
  NavigableMap<Instant, State> states() {
    NavigableMap<Instant, State> states = new TreeMap<>();
    states.put(Instant.MIN, start);
    Instant at = T0;
    State state = start;
    for (Step step : steps) {
      at = at.plus(step.delay);
      state = step.change.apply(state);
      states.put(at, state);
    }
    return states;
  }

  TimeLine timeLine() {
    TimeLine.Builder line =
        TimeLine.of(zone)
            .propagation(times.propagation())
            .parentPropagation(times.parentPropagation());
    states()
        .forEach(
            (at, state) -> {
              line.zone(at, version("the zone from " + at, state));
              line.parent(at, ds("the DS set from " + at, state));
            });
    if (!anchors.isEmpty()) {
      line.anchors(AnchorHolders.of(anchors, times));
    }
    boolean goesInsecure = states().lastEntry().getValue().isUnsigned();
    return goesInsecure ? line.securityMayEnd().build() : line.build();
  }

  private ZoneVersion version(String label, State state) {
    if (state.isUnsigned()) {
      return ZoneVersion.unsigned(label, times.largestTtl(), times.keyTtl());
    }
    List<SignatureSpan> spans =
        state.keySigners.stream().map(KeyId::of).map(SignatureSpan::always).toList();
    KeyRrset keys = new KeyRrset(List.copyOf(state.keys), times.keyTtl(), spans);
    Set<KeyId> signers = new LinkedHashSet<>();
    state.dataSigners.forEach(key -> signers.add(KeyId.of(key)));
    return ZoneVersion.signed(label, keys, signers, times.largestTtl());
  }

  private DsVersion ds(String label, State state) {
    DsVersion ds = ModelFixture.ds(zone, label, state.ds);
    return new DsVersion(label, ds.records(), times.dsTtl());
  }
}
