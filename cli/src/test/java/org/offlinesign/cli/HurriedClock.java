package org.offlinesign.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;

/** A clock that goes on by more than a second whenever it is looked at. */
final class HurriedClock extends Clock {
  private static final Duration STEP = Duration.ofMillis(1300);

  private final Clock start;
  private final AtomicInteger looks = new AtomicInteger();

  HurriedClock(Clock start) {
    this.start = start;
  }

  @Override
  public Instant instant() {
    return start.instant().plus(STEP.multipliedBy(looks.incrementAndGet()));
  }

  @Override
  public ZoneId getZone() {
    return start.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new HurriedClock(start.withZone(zone));
  }
}
