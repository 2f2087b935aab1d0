package org.offlinesign.cli.command;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in the zone of their clock. */
final class TimeText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ROOT);

  private TimeText() {}

  static String minute(Instant time, ZoneId zone) {
    return MINUTE.format(time.atZone(zone));
  }

  static String day(Instant time, ZoneId zone) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(time.atZone(zone));
  }
}
