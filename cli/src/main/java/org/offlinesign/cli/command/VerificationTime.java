package org.offlinesign.cli.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.Environment;
import picocli.CommandLine.Option;

/** The option for the time at which a zone is verified. */
final class VerificationTime {
  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When the signatures must be valid. Default: now.")
  private @Nullable Instant at;

  /** Returns the time that is named, or the present in whole seconds. */
  Instant of(Environment env) {
    return at == null ? env.clock().instant().truncatedTo(ChronoUnit.SECONDS) : at;
  }
}
