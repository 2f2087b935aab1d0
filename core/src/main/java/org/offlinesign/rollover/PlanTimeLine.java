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
import org.offlinesign.key.KeyId;
import org.offlinesign.key.KeyRole;
import org.offlinesign.key.KeyState;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;

/**
 * Makes versions of the zone and its DS set out of the timing of keys.
 *
 * <p>Times that are past and times that are planned are taken alike: a step that was done too early
 * is found as well as one that is planned so. Before the first of them all, everything has been as
 * it was since ever.
 */
final class PlanTimeLine {
  private final RolloverRequest request;
  private final ZoneTimes times;
  private final List<RolloverPlan> plans;
  private final List<TimedKey> keys;
  private final List<Dnskey> anchors;

  /**
   * Creates the time line of all rollovers of a zone together.
   *
   * @param plans one for each session
   */
  PlanTimeLine(RolloverRequest request, List<RolloverSession> sessions, List<RolloverPlan> plans) {
    this.request = request;
    this.times =
        sessions.stream().map(RolloverSession::times).reduce(request.times(), ZoneTimes::longest);
    this.plans = List.copyOf(plans);
    this.keys = PlannedTimings.of(request, sessions, plans);
    boolean island = sessions.stream().anyMatch(RolloverSession::isIsland);
    this.anchors =
        keys.stream().filter(key -> island && key.isOldEntryPoint()).map(TimedKey::dnskey).toList();
  }

  /** Returns the time line. */
  TimeLine timeLine() {
    TimeLine.Builder line =
        TimeLine.of(request.zone())
            .propagation(times.propagation())
            .parentPropagation(times.parentPropagation());
    if (has(RolloverMethod.GO_INSECURE)) {
      line.securityMayEnd();
    }
    if (!anchors.isEmpty()) {
      line.anchors(AnchorHolders.of(anchors, times));
    }
    NavigableSet<Instant> changes = changes();
    Instant before = changes.first().minusSeconds(1);
    changes.removeIf(at -> !isKnownAt(at));
    addVersions(line, Instant.MIN, isKnownAt(before) ? before : changes.first());
    changes.forEach(at -> addVersions(line, at, at));
    return line.build();
  }

  private void addVersions(TimeLine.Builder line, Instant from, Instant timing) {
    String when = from.equals(Instant.MIN) ? "before" : Instants.text(from);
    line.zone(from, zoneAt(timing, "the zone of " + when));
    line.parent(from, parentAt(timing, "the DS set of " + when));
  }

  /** Says whether the timing of keys tells what the zone was; before its first keys it does not. */
  private boolean isKnownAt(Instant at) {
    return has(RolloverMethod.GO_SECURE) || has(RolloverMethod.GO_INSECURE) || isSignedAt(at);
  }

  private boolean has(RolloverMethod method) {
    return plans.stream().anyMatch(plan -> plan.method() == method);
  }

  /** Returns when the zone or its DS set changes, as far back as caches may remember. */
  private NavigableSet<Instant> changes() {
    NavigableSet<Instant> changes = new TreeSet<>();
    for (RolloverPlan plan : plans) {
      plan.steps().forEach(step -> changes.add(step.notBefore()));
    }
    Duration memory = ZoneTimes.longer(Wait.KEYS_AND_DATA.length(times), Wait.DS.length(times));
    Instant oldest = changes.first().minus(memory);
    for (TimedKey key : keys) {
      key.changes().filter(oldest::isBefore).forEach(changes::add);
    }
    return changes;
  }

  private ZoneVersion zoneAt(Instant at, String label) {
    if (isUnsignedAt(at)) {
      return ZoneVersion.unsigned(label, times.largestTtl(), times.largestTtl());
    }
    List<Dnskey> published = new ArrayList<>();
    List<SignatureSpan> signatures = new ArrayList<>();
    Set<KeyId> dataSigners = new LinkedHashSet<>();
    for (TimedKey key : keys) {
      KeyState state = key.stateAt(at);
      Dnskey record = state == KeyState.REVOKED ? key.dnskey().revoked() : key.dnskey();
      if (state.isPublished()) {
        published.add(record);
      }
      if (state.signs() && key.isEntryPoint()) {
        signatures.add(SignatureSpan.always(KeyId.of(record)));
      }
      if (state.signs() && state != KeyState.REVOKED && key.signsData()) {
        dataSigners.add(KeyId.of(record));
      }
    }
    KeyRrset rrset = new KeyRrset(published, times.keyTtl(), signatures);
    return ZoneVersion.signed(label, rrset, dataSigners, times.largestTtl());
  }

  private boolean isUnsignedAt(Instant at) {
    boolean notYet =
        plans.stream()
            .filter(plan -> plan.method() == RolloverMethod.GO_SECURE)
            .anyMatch(plan -> at.isBefore(plan.steps().get(0).notBefore()));
    return notYet || !isSignedAt(at);
  }

  private boolean isSignedAt(Instant at) {
    return keys.stream().anyMatch(key -> key.stateAt(at).signs());
  }

  private DsVersion parentAt(Instant at, String label) {
    List<Ds> records =
        keys.stream()
            .filter(key -> key.isDelegatedAt(at, this::isDelegatedNow))
            .map(key -> DsDigest.of(request.zone(), key.dnskey(), DigestType.SHA256))
            .toList();
    return new DsVersion(label, anchors.isEmpty() ? records : List.of(), times.dsTtl());
  }

  /** Says whether a key of which the store has no dates of its DS record is delegated to. */
  private boolean isDelegatedNow(TimedKey key) {
    Optional<List<Ds>> known = request.parentDs();
    return known.isPresent()
        ? new EntryPoints(request.zone(), List.of(), known.get()).include(key.dnskey())
        : key.role() == KeyRole.KSK && key.stateAt(request.now()) == KeyState.ACTIVE;
  }
}
