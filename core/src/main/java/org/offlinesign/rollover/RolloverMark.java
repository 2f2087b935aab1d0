package org.offlinesign.rollover;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.rollover.RolloverKey.Part;

/**
 * What the store notes on a key that takes part in a rollover: {@code
 * zsk-prepublish/20261203140000/old/1/20261204150000/parent/4500+3600+86400+7200/0+0}. Older notes
 * lack the last word.
 *
 * @param progress the same on all keys of the rollover
 */
record RolloverMark(Progress progress, Part part) {
  private static final DateTimeFormatter DIGITS =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final int FEWEST_WORDS = 7;

  /**
   * How far a rollover is.
   *
   * @param due when the next step may be done
   * @param hasParent whether the parent has a DS record
   * @param seen the longest times of the versions so far
   * @param wish what new keys are to be; empty where an older note does not tell
   */
  record Progress(
      RolloverMethod method,
      Instant start,
      int stepsDone,
      Instant due,
      boolean hasParent,
      SeenTimes seen,
      Optional<KeyWish> wish) {
    /** Returns the progress once the next step is done. */
    Progress after(Instant nextDue, SeenTimes alsoSeen) {
      return new Progress(
          method, start, stepsDone + 1, nextDue, hasParent, seen.longest(alsoSeen), wish);
    }
  }

  /** Returns what a note says; empty for one that is none of a rollover. */
  static Optional<RolloverMark> parse(String text) {
    List<String> words = List.of(text.split("/", -1));
    boolean tellsWish = words.size() == FEWEST_WORDS + 1;
    if ((words.size() != FEWEST_WORDS && !tellsWish) || !words.get(3).matches("\\d{1,2}")) {
      return Optional.empty();
    }
    Optional<RolloverMethod> method = RolloverMethod.ofLabel(words.get(0));
    Optional<Part> part = partOf(words.get(2));
    Optional<SeenTimes> seen = SeenTimes.parse(words.get(6));
    Optional<KeyWish> wish = tellsWish ? KeyWish.parse(words.get(7)) : Optional.empty();
    boolean isOurs = method.isPresent() && part.isPresent() && seen.isPresent();
    if (!isOurs || (tellsWish && wish.isEmpty())) {
      return Optional.empty();
    }
    try {
      Progress progress =
          new Progress(
              method.get(),
              time(words.get(1)),
              Integer.parseInt(words.get(3)),
              time(words.get(4)),
              words.get(5).equals(parentWord(true)),
              seen.get(),
              wish);
      return Optional.of(new RolloverMark(progress, part.get()));
    } catch (DateTimeParseException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<Part> partOf(String word) {
    return switch (word) {
      case "old" -> Optional.of(Part.OLD);
      case "new" -> Optional.of(Part.NEW);
      default -> Optional.empty();
    };
  }

  private static String parentWord(boolean hasParent) {
    return hasParent ? "parent" : "island";
  }

  private static Instant time(String digits) {
    return LocalDateTime.parse(digits, DIGITS).toInstant(ZoneOffset.UTC);
  }

  private static String digits(Instant time) {
    return DIGITS.format(time.atOffset(ZoneOffset.UTC));
  }

  @Override
  public String toString() {
    String note =
        String.join(
            "/",
            progress.method.label(),
            digits(progress.start),
            part.name().toLowerCase(Locale.ROOT),
            Integer.toString(progress.stepsDone),
            digits(progress.due),
            parentWord(progress.hasParent),
            progress.seen.toString());
    return progress.wish.map(wish -> note + "/" + wish).orElse(note);
  }
}
