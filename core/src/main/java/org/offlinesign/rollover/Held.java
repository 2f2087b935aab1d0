package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.offlinesign.key.KeyId;

/**
 * When a version is served and when caches may hold it.
 *
 * @param from when the first server has it
 * @param replaced when the first server has the next one
 * @param servedUntil when the last server has the next one
 */
record Held<V>(V version, Instant from, Instant replaced, Instant servedUntil) {
  /** Returns the same times for another version. */
  Held<V> of(V other) {
    return new Held<>(other, from, replaced, servedUntil);
  }

  /** Says whether some server hands it out. */
  boolean isServedAt(Instant at) {
    return !at.isBefore(from) && at.isBefore(servedUntil);
  }

  /** Says whether a cache may have something of a TTL, counted down to zero when it is dropped. */
  boolean isHeldAt(Instant at, Duration ttl) {
    return !at.isBefore(from) && at.isBefore(heldUntil(ttl));
  }

  /** Returns when the last cache has dropped what it took from the last server. */
  Instant heldUntil(Duration ttl) {
    return Instants.plus(servedUntil, ttl);
  }

  /** Says whether resolvers may use a DNSKEY RRset of this version, be it good or bad. */
  static boolean hasKeysAt(Held<ZoneVersion> zone, Instant at) {
    KeyRrset keys = zone.version.keys();
    return zone.isHeldAt(at, keys.ttl())
        && (zone.isServedAt(at)
            || keys.keys().isEmpty()
            // RFC 4035 §5.3.3: what was validated is kept no longer than its signature is valid.
            || keys.signatures().stream().anyMatch(span -> span.isInForceAt(at)));
  }

  /** Says whether resolvers may use data of this version, be it good or bad. */
  static boolean hasDataAt(Held<ZoneVersion> zone, SignedGroup group, Instant at) {
    return zone.isHeldAt(at, group.largestTtl())
        && (zone.isServedAt(at)
            || group.signatures().isEmpty()
            || !group.signersOfSome(at).isEmpty());
  }

  /** Returns the keys whose signatures a resolver that uses the data can rely on. */
  static Set<KeyId> validSigners(Held<ZoneVersion> zone, SignedGroup group, Instant at) {
    // What is only cached has been dropped as soon as it expired; what is served has not.
    return zone.isServedAt(at) ? group.signersOfAll(at) : group.signersOfSome(at);
  }

  /** Tells of each instant at which any of these answers may change. */
  static void tellChanges(Held<ZoneVersion> zone, Consumer<Instant> sink) {
    sink.accept(zone.from);
    sink.accept(zone.servedUntil);
    sink.accept(zone.heldUntil(zone.version.keys().ttl()));
    zone.version.keys().signatures().forEach(span -> tell(span, sink));
    for (SignedGroup group : zone.version.data()) {
      sink.accept(zone.heldUntil(group.largestTtl()));
      group.signatures().forEach(span -> tell(span, sink));
    }
  }

  private static void tell(SignatureSpan span, Consumer<Instant> sink) {
    sink.accept(span.inception());
    sink.accept(span.end());
  }
}
