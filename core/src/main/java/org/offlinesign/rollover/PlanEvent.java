package org.offlinesign.rollover;

import java.time.Instant;

/**
 * A date of a plan, for a calendar.
 *
 * @param title one line
 * @param description why, with figures
 */
public record PlanEvent(Kind kind, Instant at, String title, String description) {
  /** What the date is for. */
  public enum Kind {
    /** From then on a step may be done. */
    STEP,
    /** Until then the zone must be signed again. */
    SIGN_AGAIN
  }
}
