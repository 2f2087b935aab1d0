package org.offlinesign.cli.argument;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;

/** Lengths of time as they are typed: {@code 30d}, {@code 1w12h}, {@code 3600}. */
public final class DurationArgument {
  private static final Pattern PART = Pattern.compile("(\\d{1,10})(?:(mo|[smhdwy])|$)");

  private DurationArgument() {}

  /** Returns the length of time that some text means; a number without a unit counts seconds. */
  public static Duration parse(String text) throws CommandException {
    Matcher part = PART.matcher(text.toLowerCase(Locale.ROOT));
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < text.length() && part.find() && part.start() == end) {
      sum = sum.plus(length(Long.parseLong(part.group(1)), part.group(2)));
      end = part.end();
    }
    if (end == 0 || end < text.length()) {
      throw CommandException.usage(
          "'" + text + "' is not a length of time",
          "expected a number with s, m (minutes), h, d, w, mo (30 days) or y (365 days), such as"
              + " 30d or 1d12h; a number alone counts seconds");
    }
    return sum;
  }

  private static Duration length(long count, @Nullable String unit) {
    return switch (unit == null ? "s" : unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      case "w" -> Duration.ofDays(7 * count);
      case "mo" -> Duration.ofDays(30 * count);
      case "y" -> Duration.ofDays(365 * count);
      default -> throw new AssertionError("the pattern has no unit " + unit);
    };
  }
}
