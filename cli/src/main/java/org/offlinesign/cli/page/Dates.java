package org.offlinesign.cli.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a page shows them, in the zone of a person's clock. */
record Dates(ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

  String minute(Instant time) {
    return MINUTE.format(time.atZone(zone));
  }

  String day(Instant time) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(time.atZone(zone));
  }

  /** Returns month, day, hour and minute. */
  String shortMinute(Instant time) {
    return HOUR.format(time.atZone(zone));
  }

  /** Returns month and day. */
  String shortDay(Instant time) {
    return SHORT.format(time.atZone(zone));
  }
}
