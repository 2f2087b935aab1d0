package org.offlinesign.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.KeyArgument;
import org.offlinesign.cli.argument.TimeArgument;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.sign.Validity;
import picocli.CommandLine.Option;

/** The options that say when signatures are valid. */
final class ValidityOptions {
  // RRSIG times are serial numbers: further apart they are read the wrong way round (RFC 1982).
  private static final Duration LONGEST = Duration.ofSeconds(Integer.MAX_VALUE);

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description =
          "When signatures become valid. Default: an hour ago. TIME is " + TimeArgument.FORMS + ".")
  private @Nullable Instant start;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      description = "When signatures expire. Default: 30 days after they become valid.")
  private @Nullable Instant end;

  /** Returns when signatures are valid, seen from the present. */
  Validity validity(Instant now) throws CommandException {
    return validity(Optional.ofNullable(start), Optional.ofNullable(end), now);
  }

  /** Returns when the signatures of a key are valid, if that differs from the other keys. */
  Optional<Validity> validityOf(KeyArgument key, Instant now) throws CommandException {
    Optional<Instant> itsStart = key.overrides().start();
    Optional<Instant> itsEnd = key.overrides().end();
    if (itsStart.isEmpty() && itsEnd.isEmpty()) {
      return Optional.empty();
    }
    // A begin of its own moves the usual end along, as --start does.
    Optional<Instant> usualEnd = itsStart.isPresent() ? Optional.empty() : Optional.ofNullable(end);
    return Optional.of(
        validity(itsStart.or(() -> Optional.ofNullable(start)), itsEnd.or(() -> usualEnd), now));
  }

  private static Validity validity(Optional<Instant> start, Optional<Instant> end, Instant now)
      throws CommandException {
    // A signature holds whole seconds; messages need no more.
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    Instant from = start.orElse(second.minus(Validity.DEFAULT_LEAD));
    Instant to = end.orElse(from.plus(Validity.DEFAULT_LENGTH));
    check(from, to, "--end");
    return new Validity(from, to);
  }

  /** Refuses signatures that no RRSIG record can tell of. */
  static void check(Instant from, Instant to, String end) throws CommandException {
    if (!from.isBefore(to)) {
      throw CommandException.usage(
          "signatures would end (" + to + ") before they begin (" + from + ")",
          "correct --start or " + end + "; without --end they last for 30 days");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw CommandException.usage(
          "signatures cannot last from " + from + " to " + to, "the longest possible is 68 years");
    }
  }
}
