package org.offlinesign.cli.console;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times before which something must not be done, as they are shown: to the minute. */
public final class FullMinute {
  private FullMinute() {}

  /** Returns the first full minute that is not before a time, so that nobody comes too early. */
  public static Instant from(Instant time) {
    Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
    return minute.equals(time) ? time : minute.plus(1, ChronoUnit.MINUTES);
  }
}
