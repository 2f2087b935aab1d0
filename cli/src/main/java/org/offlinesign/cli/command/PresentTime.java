package org.offlinesign.cli.command;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that moves the clock of a command which goes by the timing of keys. */
final class PresentTime {
  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "Run as if it were this time: for all times that are reckoned from the present, too.")
  private @Nullable Instant now;

  Optional<Instant> now() {
    return Optional.ofNullable(now);
  }
}
