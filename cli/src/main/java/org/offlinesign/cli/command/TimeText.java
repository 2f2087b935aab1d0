package org.offlinesign.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.offlinesign.cli.console.Words;

/** Times as people read them, in the zone of their clock. */
final class TimeText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);

  private TimeText() {}

  static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  /** Returns how far off a later time is, in its largest unit: {@code in 12 days}. */
  static String distance(Instant now, Instant later) {
    Duration length = Duration.between(now, later);
    if (length.toDays() > 0) {
      return "in " + Words.count(length.toDays(), "day");
    }
    if (length.toHours() > 0) {
      return "in " + Words.count(length.toHours(), "hour");
    }
    return length.toMinutes() > 0
        ? "in " + Words.count(length.toMinutes(), "minute")
        : "in " + Words.count(length.toSeconds(), "second");
  }

  static String day(Instant time, ZoneId zone) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(time.atZone(zone));
  }
}
