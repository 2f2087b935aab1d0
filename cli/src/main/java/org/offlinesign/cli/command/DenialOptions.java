package org.offlinesign.cli.command;

import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.denial.Denial;
import org.offlinesign.denial.Nsec;
import org.offlinesign.denial.Nsec3;
import org.offlinesign.denial.Nsec3Parameters;
import org.offlinesign.rdata.Nsec3Salt;
import picocli.CommandLine.Option;

/** The options for how a zone proves what it does not hold. */
final class DenialOptions {
  @Option(names = "--nsec", description = "Prove what is not there by NSEC records (default).")
  private boolean nsec;

  @Option(
      names = "--nsec3",
      description =
          "Prove it by NSEC3 records, which do not list the names of the zone openly. Needs keys of"
              + " another algorithm than RSASHA1.")
  private boolean nsec3;

  @Option(
      names = "--opt-out",
      description =
          "With --nsec3: leave delegations without DS records out of the chain. For very large"
              + " zones with few secure delegations (RFC 9276).")
  private boolean optOut;

  @Option(
      names = "--salt",
      paramLabel = "HEX|-|random:N",
      description =
          "With --nsec3: the salt, in hex digits; - is none, random:N makes one of N octets."
              + " Default: none, as RFC 9276 asks.")
  private @Nullable Nsec3Salt salt;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "With --nsec3: additional iterations, at most 150. Default: 0, as RFC 9276 asks.")
  private @Nullable Integer iterations;

  Denial denial() throws CommandException {
    if (nsec && nsec3) {
      throw CommandException.usage("--nsec and --nsec3 are two ways; a zone takes one of them");
    }
    if (!nsec3) {
      refuseWithoutNsec3(optOut, "--opt-out");
      refuseWithoutNsec3(salt != null, "--salt");
      refuseWithoutNsec3(iterations != null, "--iterations");
      return new Nsec();
    }
    Nsec3Salt chosen = salt == null ? Nsec3Salt.NONE : salt;
    return new Nsec3(new Nsec3Parameters(checkedIterations(), chosen), optOut);
  }

  private static void refuseWithoutNsec3(boolean given, String option) throws CommandException {
    if (given) {
      throw CommandException.usage(
          option + " belongs to an NSEC3 chain, and the zone is signed with NSEC", "add --nsec3");
    }
  }

  private int checkedIterations() throws CommandException {
    int count = iterations == null ? 0 : iterations;
    if (count < 0 || count > Nsec3Parameters.MAX_ITERATIONS) {
      throw CommandException.usage(
          "--iterations " + count + " is not within 0.." + Nsec3Parameters.MAX_ITERATIONS);
    }
    if (count > Nsec3.MOST_ITERATIONS) {
      throw CommandException.usage(
          "--iterations "
              + count
              + " is over "
              + Nsec3.MOST_ITERATIONS
              + ", where resolvers treat a zone as unsigned or do not resolve it (RFC 9276 section"
              + " 3.2)",
          "leave it out: additional iterations protect nothing");
    }
    return count;
  }
}
