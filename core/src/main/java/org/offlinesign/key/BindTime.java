package org.offlinesign.key;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The times in BIND's key files: fourteen digits of UTC. */
final class BindTime {
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

  private BindTime() {}

  static String print(Instant time) {
    return DIGITS.format(time.atOffset(ZoneOffset.UTC));
  }

  /** Returns the time in words, as BIND puts it into comments. */
  static String inWords(Instant time) {
    return WORDS.format(time.atOffset(ZoneOffset.UTC));
  }

  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DIGITS).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
