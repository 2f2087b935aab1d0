package org.offlinesign.cli.explain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;

/**
 * A time on a line: either an instant, or so many seconds from when the line is run.
 *
 * @param instant null if it is a distance
 * @param seconds the distance; of no meaning with an instant
 */
record Moment(@Nullable Instant instant, long seconds) {
  private static final Pattern DATE = Pattern.compile("(\\d{8})(\\d{6})?");
  private static final Pattern OFFSET =
      Pattern.compile("([+-])(\\d{1,10})(y|mo|mi|w|d|h|s)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern EPOCH = Pattern.compile("\\d{9,10}");
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  static Moment fromNow(long seconds) {
    return new Moment(null, seconds);
  }

  /**
   * Returns what BIND takes a text for.
   *
   * @param base where a distance starts
   */
  static Moment ofBind(String option, String text, Moment base) throws CommandException {
    Optional<Moment> date = date(option, text);
    if (date.isPresent()) {
      return date.get();
    }
    boolean fromNow = text.startsWith("now");
    String offset = fromNow ? text.substring("now".length()) : text;
    if (fromNow && offset.isEmpty()) {
      return fromNow(0);
    }
    return (fromNow ? fromNow(0) : base).plus(secondsOf(option, offset));
  }

  /** Returns what ldns takes a text for: a date, or seconds since 1970. */
  static Moment ofLdns(String option, String text) throws CommandException {
    Optional<Moment> date = date(option, text);
    if (date.isPresent()) {
      return date.get();
    }
    if (!EPOCH.matcher(text).matches()) {
      throw wrong(option, text, "YYYYMMDD, YYYYMMDDhhmmss or seconds since 1970");
    }
    return new Moment(Instant.ofEpochSecond(Long.parseLong(text)), 0);
  }

  private static Optional<Moment> date(String option, String text) throws CommandException {
    Matcher digits = DATE.matcher(text);
    if (!digits.matches()) {
      return Optional.empty();
    }
    String time = digits.group(2) == null ? "000000" : digits.group(2);
    try {
      LocalDateTime utc = LocalDateTime.parse(digits.group(1) + time, DIGITS);
      return Optional.of(new Moment(utc.toInstant(ZoneOffset.UTC), 0));
    } catch (DateTimeException e) {
      throw wrong(option, text, "a date that there is").causedBy(e);
    }
  }

  private static long secondsOf(String option, String text) throws CommandException {
    Matcher offset = OFFSET.matcher(text);
    if (!offset.matches()) {
      throw wrong(option, text, "YYYYMMDDHHMMSS, now, +SECONDS or now+SECONDS");
    }
    long seconds = Long.parseLong(offset.group(2)) * unit(offset.group(3));
    return offset.group(1).equals("-") ? -seconds : seconds;
  }

  private static long unit(@Nullable String unit) {
    return switch (unit == null ? "s" : unit.toLowerCase(Locale.ROOT)) {
      case "y" -> 365L * 86_400;
      case "mo" -> 30L * 86_400;
      case "w" -> 7L * 86_400;
      case "d" -> 86_400;
      case "h" -> 3600;
      case "mi" -> 60;
      default -> 1;
    };
  }

  private static CommandException wrong(String option, String text, String expected) {
    return CommandException.usage(
        option + " '" + text + "' is not a time", "expected " + expected + ", in UTC");
  }

  private Moment plus(long more) {
    return instant == null ? fromNow(seconds + more) : new Moment(instant.plusSeconds(more), 0);
  }

  /** Returns the time as it is typed here. */
  String argument() {
    if (instant != null) {
      return DIGITS.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }
    return seconds == 0 ? "now" : (seconds > 0 ? "+" : "-") + Math.abs(seconds) + "s";
  }
}
