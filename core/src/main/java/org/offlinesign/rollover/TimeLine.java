package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;

/**
 * The versions of a zone and of its DS set, one after the other, and all that caches may hold of
 * them at any time.
 *
 * <p>A version is held from the moment that the first server has it until its TTL after the moment
 * that the last server has the next one. What validates changes at a known set of instants only;
 * between two of them each mix is looked at once, so that no second is left out. Assumed: caches
 * keep to TTLs, do not go on with a validated RRset when its signature expires (RFC 4035 §5.3.3),
 * and clocks are right. Immutable.
 */
public final class TimeLine {
  private final DnsName zone;
  private final Strictness strictness;
  private final boolean securityMayEnd;
  private final List<Held<ZoneVersion>> zones;
  private final List<Held<DsVersion>> parents;
  private final @Nullable AnchorHolders anchors;

  private TimeLine(Builder builder) {
    this(
        builder,
        held(builder.zones, builder.propagation),
        held(builder.parents, builder.parentPropagation));
  }

  private TimeLine(Builder builder, List<Held<ZoneVersion>> zones, List<Held<DsVersion>> parents) {
    this.zone = builder.zone;
    this.strictness = builder.strictness;
    this.securityMayEnd = builder.securityMayEnd;
    this.zones = List.copyOf(zones);
    this.parents = List.copyOf(parents);
    this.anchors = builder.anchors;
  }

  /** Returns a time line of versions of which several may be served at the same time. */
  static TimeLine of(
      DnsName zone,
      Strictness strictness,
      List<Held<ZoneVersion>> zones,
      List<Held<DsVersion>> parents) {
    return new TimeLine(of(zone).strictness(strictness), zones, parents);
  }

  private static <V> List<Held<V>> held(List<Event<V>> events, Duration propagation) {
    List<Held<V>> held = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Instant replaced = i + 1 < events.size() ? events.get(i + 1).at : Instant.MAX;
      Instant servedUntil = Instants.plus(replaced, propagation);
      held.add(new Held<>(events.get(i).version, events.get(i).at, replaced, servedUntil));
    }
    return List.copyOf(held);
  }

  /** Starts the time line of a zone: strict, and all servers have a new version at once. */
  public static Builder of(DnsName zone) {
    return new Builder(zone);
  }

  /**
   * Returns every mix that does not validate, in the order of time. Mixes that begin after caches
   * have dropped all but the last versions are not looked for: the last ones are signed anew before
   * they expire.
   */
  public List<Breakage> breakages() {
    BreakageCollector collector = new BreakageCollector();
    AnchorStates states = anchors == null ? null : new AnchorStates(anchors, zones);
    NavigableSet<Instant> changes = changes(states);
    Instant settled = settled(states);
    for (Instant at : changes) {
      collector.advance(at, breakagesAt(at, states));
    }
    return collector.finish().stream().filter(b -> !b.from().isAfter(settled)).toList();
  }

  /** Returns every mix that does not validate at an instant; each begins and ends with it. */
  public List<Breakage> breakagesAt(Instant at) {
    return breakagesAt(at, anchors == null ? null : new AnchorStates(anchors, zones));
  }

  private List<Breakage> breakagesAt(Instant at, @Nullable AnchorStates states) {
    MixSearch search = new MixSearch(new ChainRules(zone, strictness), zones, at);
    List<Held<DsVersion>> current =
        parents.stream().filter(ds -> ds.isHeldAt(at, ds.version().ttl())).toList();
    for (Held<DsVersion> ds : current) {
      if (ds.version().isSecure()) {
        search.entries(ds.version());
      } else if (isLoss(ds)) {
        search.add(ds.version(), Cause.SECURITY_LOST, "there is no DS record to follow");
      }
    }
    if (states != null) {
      search.anchors(states);
    }
    if (states != null || current.stream().anyMatch(ds -> ds.version().isSecure())) {
      search.data();
    }
    return search.found();
  }

  private boolean isLoss(Held<DsVersion> ds) {
    return !securityMayEnd
        && parents.stream().anyMatch(p -> p.version().isSecure() && p.from().isBefore(ds.from()));
  }

  private NavigableSet<Instant> changes(@Nullable AnchorStates states) {
    NavigableSet<Instant> changes = new TreeSet<>();
    zones.forEach(version -> Held.tellChanges(version, changes::add));
    for (Held<DsVersion> ds : parents) {
      changes.add(ds.from());
      changes.add(ds.heldUntil(ds.version().ttl()));
    }
    if (states != null) {
      states.tellChanges(changes::add);
    }
    changes.remove(Instant.MAX);
    return changes;
  }

  /** Returns from when on caches hold nothing but the last versions. */
  private Instant settled(@Nullable AnchorStates states) {
    NavigableSet<Instant> ends = new TreeSet<>(List.of(Instant.MIN));
    zones.forEach(version -> ends.add(version.from()));
    parents.forEach(version -> ends.add(version.from()));
    for (Held<ZoneVersion> version : zones) {
      ends.add(version.heldUntil(version.version().keys().ttl()));
      ends.add(version.heldUntil(version.version().largestTtl()));
    }
    parents.forEach(version -> ends.add(version.heldUntil(version.version().ttl())));
    if (states != null) {
      states.tellChanges(ends::add);
    }
    ends.remove(Instant.MAX);
    return ends.last();
  }

  private record Event<V>(Instant at, V version) {}

  /** Collects versions; each is to come later than the one before it. */
  public static final class Builder {
    private final DnsName zone;
    private final List<Event<ZoneVersion>> zones = new ArrayList<>();
    private final List<Event<DsVersion>> parents = new ArrayList<>();
    private Duration propagation = Duration.ZERO;
    private Duration parentPropagation = Duration.ZERO;
    private Strictness strictness = Strictness.STRICT;
    private boolean securityMayEnd;
    private @Nullable AnchorHolders anchors;

    private Builder(DnsName zone) {
      this.zone = zone;
    }

    /** Adds the version of the zone that its first server has from an instant on. */
    public Builder zone(Instant from, ZoneVersion version) {
      add(zones, from, version);
      return this;
    }

    /** Adds the DS set that the parent's first server has from an instant on. */
    public Builder parent(Instant from, DsVersion version) {
      add(parents, from, version);
      return this;
    }

    private static <V> void add(List<Event<V>> events, Instant from, V version) {
      if (!events.isEmpty() && !events.get(events.size() - 1).at.isBefore(from)) {
        throw new IllegalArgumentException(
            from + " is not after " + events.get(events.size() - 1).at);
      }
      events.add(new Event<>(from, version));
    }

    /** Chooses how long after the first server the last one has a version of the zone. */
    public Builder propagation(Duration length) {
      this.propagation = length;
      return this;
    }

    /** Chooses how long after the first server the last one of the parent has a DS set. */
    public Builder parentPropagation(Duration length) {
      this.parentPropagation = length;
      return this;
    }

    /** Chooses what resolvers ask for; at first they are strict. */
    public Builder strictness(Strictness choice) {
      this.strictness = choice;
      return this;
    }

    /** Adds resolvers that trust keys of the zone itself. */
    public Builder anchors(AnchorHolders holders) {
      this.anchors = holders;
      return this;
    }

    /** States that the parent is meant to take its DS set away. */
    public Builder securityMayEnd() {
      this.securityMayEnd = true;
      return this;
    }

    /** Returns the time line. */
    public TimeLine build() {
      return new TimeLine(this);
    }
  }
}
