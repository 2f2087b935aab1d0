package org.offlinesign.rollover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants of which the least stands for "since ever" and the greatest for "for ever". */
final class Instants {
  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Instants() {}

  /** Returns a later instant; for ever stays for ever, since ever stays since ever. */
  static Instant plus(Instant start, Duration length) {
    boolean open = start.equals(Instant.MIN) || start.equals(Instant.MAX);
    return open ? start : start.plus(length);
  }

  static Instant max(Instant a, Instant b) {
    return a.isBefore(b) ? b : a;
  }

  /** Returns the text for messages, in UTC. */
  static String text(Instant instant) {
    return TEXT.format(instant);
  }
}
