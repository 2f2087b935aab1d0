package org.offlinesign.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.offlinesign.key.Algorithm;
import org.offlinesign.rdata.Soa;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;

/** Tells how long a zone stays valid, and whether that is as long as it was asked to. */
final class HorizonCheck {
  private final Instant at;
  private final Optional<Instant> until;
  private final ZoneApex apex;

  HorizonCheck(ZoneApex apex, Instant at, Optional<Instant> until) {
    this.apex = apex;
    this.at = at.truncatedTo(ChronoUnit.SECONDS);
    this.until = until;
  }

  /** Returns the horizon once all signatures have been checked; empty if none was valid. */
  Optional<ValidityHorizon> report(NodeOutcome total) {
    Lifetime shortest = total.tally().shortestLifetime();
    if (shortest == null) {
      return Optional.empty();
    }
    ValidityHorizon horizon = horizon(shortest, total.findings());
    reportLongExpire(shortest.seconds(), total.findings());
    if (until.isPresent() && !until.get().isBefore(horizon.bogusFrom())) {
      total.findings().add(FindingCode.VALIDITY_ENDS, shortest.subject(), message(horizon));
    }
    return Optional.of(horizon);
  }

  // RFC 6781 §4.4.1: a secondary that lost its primary serves the zone for the SOA's expire time.
  private void reportLongExpire(long seconds, Findings findings) {
    NodeRrset rrset = apex.rrset(RecordType.SOA);
    long expire = apex.soa().map(Soa::expire).orElse(0L);
    if (rrset != null && expire > seconds) {
      findings.add(
          FindingCode.SOA_EXPIRE_LONG,
          Subject.of(apex.node(), rrset),
          "the expire time "
              + expire
              + " is longer than the signatures of the zone last, "
              + seconds);
    }
  }

  private ValidityHorizon horizon(Lifetime shortest, Findings findings) {
    return new ValidityHorizon(
        at.plusSeconds(shortest.seconds()),
        shortest.subject().owner(),
        shortest.type(),
        shortest.last().algorithm(),
        shortest.last().keyTag(),
        findings.place(shortest.subject()));
  }

  private static String message(ValidityHorizon horizon) {
    return "from "
        + horizon.bogusFrom()
        + " on "
        + horizon.type()
        + " is without a valid signature by "
        + Algorithm.nameOf(horizon.algorithm());
  }
}
