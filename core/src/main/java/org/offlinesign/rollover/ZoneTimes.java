package org.offlinesign.rollover;

import java.time.Duration;

/**
 * How long caches and servers may lag behind (RFC 7583 §3.1, appendix A).
 *
 * @param propagation Dprp, until every server of the zone has a new version
 * @param parentPropagation DprpP, until every server of the parent has a new DS RRset
 * @param keyTtl TTLkey, the TTL of the DNSKEY RRset
 * @param largestTtl TTLsig, the largest TTL of all RRsets, that of negative answers included
 * @param dsTtl TTLds, the TTL of the DS RRset; where it is gone, of the one that was there
 * @param holdDown for how long a resolver watches a new trust anchor before it trusts it (RFC 5011
 *     §2.4.1), and for how long a revoked one is to be seen (RFC 5011 §6.2)
 */
public record ZoneTimes(
    Duration propagation,
    Duration parentPropagation,
    Duration keyTtl,
    Duration largestTtl,
    Duration dsTtl,
    Duration holdDown) {
  /** An hour: what is assumed of a parent of which nothing is known. */
  public static final Duration PARENT_PROPAGATION = Duration.ofHours(1);

  /** A day: the TTL that is assumed of a DS RRset that has not been seen. */
  public static final Duration DS_TTL = Duration.ofDays(1);

  /** 30 days (RFC 5011 §2.4.1). */
  public static final Duration HOLD_DOWN = Duration.ofDays(30);

  private static final Duration SHORTEST_QUERY_INTERVAL = Duration.ofHours(1);
  private static final Duration LONGEST_QUERY_INTERVAL = Duration.ofDays(15);

  /** Checks that none is negative. */
  public ZoneTimes {
    check("propagation", propagation);
    check("propagation of the parent", parentPropagation);
    check("TTL of the DNSKEY RRset", keyTtl);
    check("largest TTL", largestTtl);
    check("TTL of the DS RRset", dsTtl);
    check("hold-down time", holdDown);
  }

  private static void check(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException("the " + name + " " + value + " is negative");
    }
  }

  /** Returns the times of a zone; what is not known of its parent has the usual values. */
  public static ZoneTimes of(Duration propagation, Duration keyTtl, Duration largestTtl) {
    return new ZoneTimes(propagation, PARENT_PROPAGATION, keyTtl, largestTtl, DS_TTL, HOLD_DOWN);
  }

  /** Returns the times of a version of a zone, as its own records say. */
  public static ZoneTimes of(ReadZone zone) {
    return of(
        zone.propagation(),
        zone.version().keys().ttl(),
        longer(zone.version().largestTtl(), zone.negativeTtl()));
  }

  public ZoneTimes withParentPropagation(Duration changed) {
    return new ZoneTimes(propagation, changed, keyTtl, largestTtl, dsTtl, holdDown);
  }

  public ZoneTimes withDsTtl(Duration changed) {
    return new ZoneTimes(propagation, parentPropagation, keyTtl, largestTtl, changed, holdDown);
  }

  public ZoneTimes withHoldDown(Duration changed) {
    return new ZoneTimes(propagation, parentPropagation, keyTtl, largestTtl, dsTtl, changed);
  }

  /**
   * Returns the longer of each: caches may hold the version that is replaced as well as the new
   * one, so that a TTL lowered in the same step shortens nothing.
   */
  public ZoneTimes longest(ZoneTimes that) {
    return new ZoneTimes(
        longer(propagation, that.propagation),
        longer(parentPropagation, that.parentPropagation),
        longer(keyTtl, that.keyTtl),
        longer(largestTtl, that.largestTtl),
        longer(dsTtl, that.dsTtl),
        longer(holdDown, that.holdDown));
  }

  static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /**
   * Returns how often a resolver looks for new trust anchors at least: half the TTL, no less than
   * an hour, no more than 15 days (RFC 5011 §2.3). That it may look more often as signatures expire
   * is left out, which makes the interval the longer.
   */
  Duration queryInterval() {
    Duration half = keyTtl.dividedBy(2);
    Duration bounded = half.compareTo(LONGEST_QUERY_INTERVAL) < 0 ? half : LONGEST_QUERY_INTERVAL;
    return longer(SHORTEST_QUERY_INTERVAL, bounded);
  }

  /**
   * Returns for how long a new key must be seen: the hold-down time, or the TTL if it is longer.
   */
  Duration addHoldDown() {
    return longer(holdDown, keyTtl);
  }
}
