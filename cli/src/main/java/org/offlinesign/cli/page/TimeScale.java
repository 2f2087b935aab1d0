package org.offlinesign.cli.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where times are on a drawing, as shares of its width, so that it fits any screen. */
record TimeScale(Instant from, Instant to) {
  private static final double ALL = 100.0;

  TimeScale {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a scale from " + from + " to " + to);
    }
  }

  /** Returns where a time is; one outside is at the edge. */
  double share(Instant time) {
    if (time.isBefore(from)) {
      return 0;
    }
    if (time.isAfter(to)) {
      return ALL;
    }
    double length = Duration.between(from, to).toSeconds();
    return Duration.between(from, time).toSeconds() / length * ALL;
  }

  /** Returns where a time is, for an attribute. */
  String at(Instant time) {
    return percent(share(time));
  }

  /** Returns how wide the time from one instant to another is. */
  String width(Instant begin, Instant end) {
    return percent(Math.max(0, share(end) - share(begin)));
  }

  boolean contains(Instant time) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share);
  }
}
