package org.offlinesign.cli.argument;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.KeyTiming;

/**
 * A time of a key as it is typed: a time, {@code none}, or {@code undecided}.
 *
 * @param time empty for none
 */
public record TimingArgument(Optional<Instant> time) {
  static TimingArgument parse(String text, TimeArgument times) throws CommandException {
    return new TimingArgument(
        switch (text.toLowerCase(Locale.ROOT)) {
          case "none" -> Optional.empty();
          case "undecided" -> Optional.of(KeyTiming.UNDECIDED);
          default -> Optional.of(times.parse(text));
        });
  }
}
