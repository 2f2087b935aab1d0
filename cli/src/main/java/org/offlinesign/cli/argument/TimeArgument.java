package org.offlinesign.cli.argument;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.offlinesign.cli.console.CommandException;

/** Times as they are typed: {@code YYYYMMDDHHMMSS}, ISO 8601, {@code now}, {@code +30d}. */
public final class TimeArgument {
  /** What may be typed, for help and messages. */
  public static final String FORMS =
      "YYYYMMDDHHMMSS (local time; with a final Z it is UTC), ISO 8601 such as 2026-01-31 or"
          + " 2026-01-31T12:00:00Z, now, or a distance from now such as +30d or -1h";

  private static final Pattern DIGITS =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(Z?)");

  private final Clock clock;

  /**
   * @param clock what {@code now} is, and the zone of local times
   */
  public TimeArgument(Clock clock) {
    this.clock = clock;
  }

  /** Returns the moment that some text means. */
  public Instant parse(String text) throws CommandException {
    try {
      if (text.equalsIgnoreCase("now")) {
        return now();
      }
      if (text.startsWith("+")) {
        return now().plus(DurationArgument.parse(text.substring(1)));
      }
      if (text.startsWith("-")) {
        return now().minus(DurationArgument.parse(text.substring(1)));
      }
      Matcher digits = DIGITS.matcher(text);
      return digits.matches() ? digits(digits) : iso(text);
    } catch (DateTimeParseException e) {
      throw CommandException.usage(notATime(text) + reason(e), "expected " + FORMS).causedBy(e);
    } catch (DateTimeException | ArithmeticException e) {
      throw CommandException.usage(notATime(text) + ": " + e.getMessage(), "expected " + FORMS)
          .causedBy(e);
    }
  }

  private static String notATime(String text) {
    return "'" + text + "' is not a time";
  }

  /** Returns what is wrong with a date of the right form; there is nothing to say of other text. */
  private static String reason(DateTimeParseException e) {
    return e.getCause() == null ? "" : ": " + e.getCause().getMessage();
  }

  /** Returns the present in whole seconds, which is all that a record or certificate can hold. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Instant digits(Matcher digits) throws CommandException {
    LocalDateTime time =
        LocalDateTime.of(
            number(digits, 1),
            number(digits, 2),
            number(digits, 3),
            number(digits, 4),
            number(digits, 5),
            number(digits, 6));
    return digits.group(7).isEmpty() ? local(time) : time.toInstant(ZoneOffset.UTC);
  }

  private static int number(Matcher digits, int group) {
    return Integer.parseInt(digits.group(group));
  }

  private Instant iso(String text) throws CommandException {
    if (!text.contains("T")) {
      return local(LocalDate.parse(text).atStartOfDay());
    }
    boolean hasOffset = text.endsWith("Z") || text.lastIndexOf('+') > 0 || hasMinusOffset(text);
    return hasOffset ? OffsetDateTime.parse(text).toInstant() : local(LocalDateTime.parse(text));
  }

  private static boolean hasMinusOffset(String text) {
    return text.lastIndexOf('-') > text.indexOf('T');
  }

  private Instant local(LocalDateTime time) throws CommandException {
    ZoneId zone = clock.getZone();
    if (zone.getRules().getValidOffsets(time).isEmpty()) {
      throw CommandException.usage(
          time + " does not exist in " + zone + ", where the clocks are put forward then",
          "give the time in UTC, with a final Z");
    }
    return time.atZone(zone).toInstant();
  }
}
