package org.offlinesign.cli.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.Words;

/** Lengths of time as people read them. */
final class SpanText {
  private SpanText() {}

  /**
   * Returns {@code 12 days 3 hours}: the largest unit of a length of time, and the one below it;
   * what is shorter is left out.
   */
  static String of(Duration length) {
    Map<String, Long> units = new LinkedHashMap<>();
    units.put("day", length.toDays());
    units.put("hour", (long) length.toHoursPart());
    units.put("minute", (long) length.toMinutesPart());
    units.put("second", (long) length.toSecondsPart());
    String text =
        units.entrySet().stream()
            .dropWhile(unit -> unit.getValue() == 0)
            .limit(2)
            .filter(unit -> unit.getValue() > 0)
            .map(unit -> Words.count(unit.getValue(), unit.getKey()))
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? "no time" : text;
  }
}
