package org.offlinesign.rollover;

import java.time.Duration;

/** What has to pass after a step before the next one may be done. */
enum Wait {
  /** The first step waits for nothing. */
  NONE {
    @Override
    Duration length(ZoneTimes times) {
      return Duration.ZERO;
    }

    @Override
    String reason(ZoneTimes times) {
      return "it can be done at once";
    }
  },
  /** Dprp + TTLkey: no cache has the DNSKEY RRset of before. */
  KEYS {
    @Override
    Duration length(ZoneTimes times) {
      return times.propagation().plus(times.keyTtl());
    }

    @Override
    String reason(ZoneTimes times) {
      return cached("the DNSKEY RRset of before", times.keyTtl()) + servers(times);
    }
  },
  /** Dprp + TTLsig: no cache has data, and signatures, of before. */
  DATA {
    @Override
    Duration length(ZoneTimes times) {
      return times.propagation().plus(times.largestTtl());
    }

    @Override
    String reason(ZoneTimes times) {
      return cached("signatures of before", times.largestTtl()) + servers(times);
    }
  },
  /** Dprp + max(TTLkey, TTLsig). */
  KEYS_AND_DATA {
    @Override
    Duration length(ZoneTimes times) {
      return times.propagation().plus(ZoneTimes.longer(times.keyTtl(), times.largestTtl()));
    }

    @Override
    String reason(ZoneTimes times) {
      return cached(
              "the DNSKEY RRset and signatures of before",
              ZoneTimes.longer(times.keyTtl(), times.largestTtl()))
          + servers(times);
    }
  },
  /** DprpP + TTLds: no cache has the DS RRset of before. */
  DS {
    @Override
    Duration length(ZoneTimes times) {
      return times.parentPropagation().plus(times.dsTtl());
    }

    @Override
    String reason(ZoneTimes times) {
      return cached("the DS RRset of before", times.dsTtl())
          + " after the last server of the parent has the new one, which takes "
          + seconds(times.parentPropagation());
    }
  },
  /**
   * Dprp + queryInterval + AddHoldDownTime + queryInterval: resolvers with trust anchors have seen
   * the new key for long enough (RFC 7583 §3.3.4.1), and no cache has signatures of before.
   */
  TRUST_ANCHORS {
    @Override
    Duration length(ZoneTimes times) {
      Duration trusted =
          times
              .propagation()
              .plus(times.queryInterval())
              .plus(times.addHoldDown())
              .plus(times.queryInterval());
      return ZoneTimes.longer(trusted, KEYS_AND_DATA.length(times));
    }

    @Override
    String reason(ZoneTimes times) {
      return "resolvers with trust anchors look for new keys every "
          + seconds(times.queryInterval())
          + ", trust one after they have seen it for "
          + seconds(times.addHoldDown())
          + ", at the query after that,"
          + servers(times);
    }
  },
  /** Dprp + max(TTLkey, queryInterval + RemoveHoldDownTime): the revocation was seen. */
  REVOCATION {
    @Override
    Duration length(ZoneTimes times) {
      Duration seen = times.queryInterval().plus(times.holdDown());
      return times.propagation().plus(ZoneTimes.longer(seen, times.keyTtl()));
    }

    @Override
    String reason(ZoneTimes times) {
      return "resolvers with trust anchors look at the keys every "
          + seconds(times.queryInterval())
          + ", and a revoked key should be seen for "
          + seconds(times.holdDown())
          + servers(times);
    }
  };

  /** Returns how long to wait. */
  abstract Duration length(ZoneTimes times);

  /** Returns why, with the figures; goes on after "because". */
  abstract String reason(ZoneTimes times);

  private static String cached(String what, Duration ttl) {
    return "caches may hold " + what + " for " + seconds(ttl);
  }

  private static String servers(ZoneTimes times) {
    return " after the last server has the new zone, which takes " + seconds(times.propagation());
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }
}
