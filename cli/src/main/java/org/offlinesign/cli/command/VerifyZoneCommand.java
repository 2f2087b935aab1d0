package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.InputZone;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.report.ReportOptions;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.verify.VerificationRequest;
import org.offlinesign.verify.ZoneVerifier;
import org.offlinesign.zonefile.ZoneFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks a signed zone completely. */
@Command(
    header = {
      "  offlinesign verifyzone --zone example.com example.com.signed",
      "  offlinesign verifyzone --zone example.com --until +7d --format github example.com.signed"
    },
    customSynopsis = "offlinesign verifyzone --zone NAME [OPTIONS] FILE",
    description =
        "Checks every signature of a signed zone and the proofs of what it does not hold, and"
            + " reports everything that is wrong in one run. Ends with 0 if the zone is valid,"
            + " with 1 if not.")
public final class VerifyZoneCommand implements Subcommand {
  private static final int MAX_ERRORS = 1000;

  @Mixin private InputZone input = new InputZone();

  @Mixin private VerificationTime time = new VerificationTime();

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Up to when the zone must stay valid without being signed again.")
  private @Nullable Instant until;

  @Option(
      names = "--trust-anchor",
      paramLabel = "FILE",
      description =
          "Trust must enter the zone by a key in this keyset-, dsset- or .key file, as a"
              + " validator's does. May be repeated.")
  private List<Path> anchorFiles = new ArrayList<>();

  @Option(
      names = "--max-findings",
      paramLabel = "N",
      description =
          "How many errors, and how many warnings, are listed; all are counted. Default: 1000.")
  private Integer maxFindings = MAX_ERRORS;

  @Option(
      names = "--enforce-policy",
      description =
          "Also refuse what validators treat as not signed today, however valid it is"
              + " (RFC 9904, 9905, 9276). Otherwise that is a warning.")
  private boolean policyEnforced;

  @Mixin private ReportOptions reporting = new ReportOptions();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();

  @Override
  public boolean isQuiet() {
    return reporting.isQuiet();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    reporting.check();
    VerificationRequest request = request(env);
    try {
      VerificationReport report = new ZoneVerifier(env.resources().providers()).verify(request);
      RunFigures run = RunFigures.of(request.budget());
      reporting.print(
          new ShownVerification(input.name(), report, policyEnforced, env.clock(), run), env);
      return isGood(report) ? ExitCode.DONE : ExitCode.ZONE;
    } catch (ZoneFileException e) {
      reporting.print(new UnreadableZone("verifyzone", input.name(), e), env);
      return ExitCode.ZONE;
    }
  }

  private VerificationRequest request(Environment env) throws CommandException, IOException {
    if (maxFindings < 1) {
      throw CommandException.usage("--max-findings " + maxFindings + " is less than 1");
    }
    VerificationRequest.Builder request =
        VerificationRequest.builder(
                input.source(env),
                reading.of(input.name(), env).maxErrors(maxFindings).build(),
                sorting.budget(env))
            .trustAnchors(TrustAnchorFiles.read(anchorFiles, input.name(), env))
            .maxFindings(maxFindings);
    setTimes(request, time.of(env));
    return request.build();
  }

  private void setTimes(VerificationRequest.Builder request, Instant from) throws CommandException {
    request.at(from);
    if (until != null) {
      if (until.isBefore(from)) {
        throw CommandException.usage(
            "--until " + until + " is before " + from + ", when the zone is verified",
            "--at says when that is; it is now without it");
      }
      request.until(until);
    }
  }

  private boolean isGood(VerificationReport report) {
    return policyEnforced ? report.acceptedByPolicy() : report.isValid();
  }
}
