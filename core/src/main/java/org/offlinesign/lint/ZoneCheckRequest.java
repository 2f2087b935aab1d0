package org.offlinesign.lint;

import java.time.Instant;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileOptions;

/**
 * How a zone file is to be checked.
 *
 * @param options how it is read; their origin is the name of the zone
 * @param policy what was decided about the severity of findings
 * @param maxFindings how many findings of each severity are listed; all are counted
 * @param now the time by which dates are judged
 */
public record ZoneCheckRequest(
    ZoneFileOptions options, SortBudget budget, LintPolicy policy, int maxFindings, Instant now) {
  private static final int USUAL_MAXIMUM = 1000;

  /** Checks the range. */
  public ZoneCheckRequest {
    if (maxFindings < 0) {
      throw new IllegalArgumentException("a limit of " + maxFindings + " findings");
    }
  }

  /** Returns a request for at most 1000 findings of each severity, with the usual policy. */
  public static ZoneCheckRequest of(ZoneFileOptions options, SortBudget budget, Instant now) {
    return new ZoneCheckRequest(options, budget, LintPolicy.usual(), USUAL_MAXIMUM, now);
  }

  /** Returns this request with other decisions about severities. */
  public ZoneCheckRequest withPolicy(LintPolicy other) {
    return new ZoneCheckRequest(options, budget, other, maxFindings, now);
  }

  /** Returns this request with another limit of findings. */
  public ZoneCheckRequest withMaxFindings(int limit) {
    return new ZoneCheckRequest(options, budget, policy, limit, now);
  }
}
