package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When the signatures of a zone end, and those that will be made.
 *
 * @param firstExpiry when the first signature of the zone that is out expires
 * @param validity for how long new signatures are valid
 * @param outlast for how long secondaries and caches keep a version at most (RFC 6781 §4.4.2)
 */
public record SignaturePeriods(Instant firstExpiry, Duration validity, Duration outlast) {
  private static final int QUARTER = 4;
  private static final int MOST_LISTED = 1000;

  /** Checks that signatures are valid for some time. */
  public SignaturePeriods {
    if (validity.isNegative() || validity.isZero()) {
      throw new IllegalArgumentException("signatures valid for " + validity);
    }
  }

  /** Returns those of a version of a zone; none if it is not signed. */
  public static Optional<SignaturePeriods> of(ReadZone zone) {
    List<SignatureSpan> spans =
        Stream.concat(
                zone.version().keys().signatures().stream(),
                zone.version().data().stream().flatMap(group -> group.signatures().stream()))
            .filter(span -> span.inception().isBefore(span.expiration()))
            .toList();
    Duration kept = Duration.ofSeconds(zone.soa().expire()).plus(ZoneTimes.of(zone).largestTtl());
    return spans.stream()
        .min(Comparator.comparing(SignatureSpan::expiration))
        .map(first -> new SignaturePeriods(first.expiration(), longest(spans), kept));
  }

  private static Duration longest(List<SignatureSpan> spans) {
    return spans.stream()
        .map(span -> Duration.between(span.inception(), span.expiration()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Returns until when a version must be signed anew whose first signature expires then. */
  private Instant signAgainBy(Instant expiry) {
    // Where the validity is too short for all caches, a quarter of it is left.
    Duration kept = outlast.compareTo(validity) < 0 ? outlast : validity.dividedBy(QUARTER);
    return expiry.minus(kept);
  }

  /** Returns the dates by which the zone must be signed again besides the steps that sign it. */
  List<Instant> signAgainBy(List<PlannedStep> steps) {
    List<Instant> dates = new ArrayList<>();
    Instant by = signAgainBy(firstExpiry);
    for (PlannedStep step : steps) {
      while (by.isBefore(step.notBefore()) && dates.size() < MOST_LISTED) {
        dates.add(by);
        by = signAgainBy(by.plus(validity));
      }
      if (step.kind() == StepKind.SIGN) {
        by = signAgainBy(step.notBefore().plus(validity));
      }
    }
    return dates;
  }
}
