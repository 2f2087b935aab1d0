package org.offlinesign.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.console.Words;

/** Lengths of time as people read them. */
final class SpanText {
  private static final int MOST_UNITS = 2;

  private SpanText() {}

  /** Returns {@code 12 days 3 hours}: the two largest units of a length of time. */
  static String of(Duration length) {
    List<String> units = new ArrayList<>();
    add(units, length.toDays(), "day");
    add(units, length.toHoursPart(), "hour");
    add(units, length.toMinutesPart(), "minute");
    add(units, length.toSecondsPart(), "second");
    return units.isEmpty()
        ? "no time"
        : String.join(" ", units.subList(0, Math.min(MOST_UNITS, units.size())));
  }

  private static void add(List<String> units, long count, String unit) {
    if (count > 0) {
      units.add(Words.count(count, unit));
    }
  }
}
