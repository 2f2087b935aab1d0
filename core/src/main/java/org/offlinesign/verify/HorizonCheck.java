package org.offlinesign.verify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Tells how long a zone stays valid, and whether that is as long as it was asked to. */
final class HorizonCheck {
  private final Instant at;
  private final Optional<Instant> until;

  HorizonCheck(Instant at, Optional<Instant> until) {
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
    if (until.isPresent() && !until.get().isBefore(horizon.bogusFrom())) {
      total.findings().add(FindingCode.VALIDITY_ENDS, shortest.subject(), message(horizon));
    }
    return Optional.of(horizon);
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
        + ApexKey.algorithmName(horizon.algorithm());
  }
}
