package org.offlinesign.cli.console;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still at some time, and knows the one whose place it takes. */
final class PretendedClock extends Clock {
  private final Clock real;
  private final Instant now;

  PretendedClock(Clock real, Instant now) {
    this.real = real;
    this.now = now;
  }

  /** Returns the clock that nobody pretends. */
  static Clock real(Clock clock) {
    return clock instanceof PretendedClock pretended ? real(pretended.real) : clock;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new PretendedClock(real.withZone(zone), now);
  }
}
