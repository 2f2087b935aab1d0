package org.offlinesign.cli.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.TimeArgument;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.key.CertificateValidity;
import picocli.CommandLine.Option;

/** The options that say how long the certificate of a key is valid. */
final class CertificateOptions {
  @Option(
      names = "--validfrom",
      paramLabel = "TIME",
      description =
          "When the key's certificate becomes valid. Default: an hour ago. TIME is "
              + TimeArgument.FORMS
              + ".")
  private @Nullable Instant validFrom;

  @Option(
      names = "--validto",
      paramLabel = "TIME",
      description = "When it expires. Default: five years after it becomes valid.")
  private @Nullable Instant validTo;

  /** Says whether nothing was asked for. */
  boolean isEmpty() {
    return validFrom == null && validTo == null;
  }

  CertificateValidity validity(Clock clock) throws CommandException {
    refuseUnlessPossible("--validfrom", validFrom);
    refuseUnlessPossible("--validto", validTo);
    CertificateValidity usual =
        validFrom == null
            ? CertificateValidity.startingBefore(clock.instant().truncatedTo(ChronoUnit.SECONDS))
            : CertificateValidity.from(validFrom);
    if (validTo == null) {
      return usual;
    }
    if (!usual.from().isBefore(validTo)) {
      throw CommandException.usage(
          "--validto (" + validTo + ") is not after the certificate's begin (" + usual.from() + ")",
          "give a later --validto, or an earlier --validfrom");
    }
    return new CertificateValidity(usual.from(), validTo);
  }

  private static void refuseUnlessPossible(String option, @Nullable Instant time)
      throws CommandException {
    if (time != null
        && (time.isBefore(CertificateValidity.EARLIEST)
            || time.isAfter(CertificateValidity.LATEST))) {
      throw CommandException.usage(
          option + " (" + time + ") cannot stand in a certificate",
          "the years of a certificate have four digits");
    }
  }
}
