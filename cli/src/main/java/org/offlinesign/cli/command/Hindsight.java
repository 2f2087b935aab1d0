package org.offlinesign.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.keystore.StoredKey;
import org.offlinesign.sign.Validity;

/**
 * What has happened by the real clock since the time that a command takes for the present, and that
 * makes it wrong to do as if it had not.
 */
final class Hindsight {
  /** A run that takes the time of its begin for the present may be behind by as much. */
  private static final Duration LAG = Duration.ofHours(1);

  private final Instant now;
  private final Instant real;

  Hindsight(Environment env) {
    this.now = env.clock().instant();
    this.real = env.realTime();
  }

  /**
   * Refuses what is overtaken.
   *
   * @param keys those whose timing is gone by
   */
  void refuse(Validity validity, List<StoredKey> keys) throws CommandException {
    Optional<String> problem = problem(validity, keys);
    if (problem.isPresent()) {
      throw CommandException.usage(problem.get(), "leave --now out, or name a later time");
    }
  }

  /** Returns what is wrong with doing as if a time that is over were the present. */
  Optional<String> problem(Validity validity, List<StoredKey> keys) {
    if (!now.isBefore(real.minus(LAG))) {
      return Optional.empty();
    }
    if (!validity.expiration().isAfter(real)) {
      return Optional.of(
          "signatures made at %s would have expired at %s, before the time of this machine, %s"
              .formatted(text(now), text(validity.expiration()), text(real)));
    }
    return keys.stream().flatMap(key -> overtaken(key).stream()).findFirst();
  }

  private Optional<String> overtaken(StoredKey key) {
    return key.timing().events().entrySet().stream()
        .filter(event -> event.getKey() != KeyEvent.CREATED)
        .filter(event -> isSince(event.getValue()))
        .max(Map.Entry.comparingByValue())
        .map(
            event ->
                ("%s has '%s' at %s, between the time to be taken for the present, %s, and that of"
                        + " this machine, %s: the zone would be made as if that had not been")
                    .formatted(
                        Printable.of(key.describe()),
                        event.getKey().label(),
                        text(event.getValue()),
                        text(now),
                        text(real)));
  }

  private boolean isSince(Instant time) {
    return time.isAfter(now) && !time.isAfter(real);
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
