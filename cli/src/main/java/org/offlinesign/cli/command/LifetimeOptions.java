package org.offlinesign.cli.command;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.sign.SignaturePolicy;
import org.offlinesign.sign.Validity;
import picocli.CommandLine.Option;

/** The options that let signatures expire at different times. */
final class LifetimeOptions {
  @Option(
      names = "--dnskey-end",
      paramLabel = "TIME",
      description =
          "When the signatures of the DNSKEY, CDS and CDNSKEY records expire. Default: as --end.")
  private @Nullable Instant dnskeyEnd;

  @Option(
      names = "--jitter",
      paramLabel = "DURATION",
      description =
          "Let each RRset's signatures, but for the apex's SOA and keys, expire up to so much"
              + " earlier, so that they need not all be renewed at once.")
  private Duration jitter = Duration.ZERO;

  @Option(
      names = "--keep-until",
      paramLabel = "DURATION",
      description =
          "Keep the signatures of a signed input that are still right, of the same keys, and valid"
              + " for longer than this; and those of a published KSK that is not there to sign, as"
              + " long as they are valid. Default: make all anew.")
  private @Nullable Duration keepUntil;

  /**
   * Returns what signatures live by.
   *
   * @param validity the usual one
   */
  SignaturePolicy policy(Validity validity) throws CommandException {
    if (dnskeyEnd != null) {
      ValidityOptions.check(validity.inception(), dnskeyEnd, "--dnskey-end");
    }
    if (jitter.compareTo(validity.length()) >= 0) {
      throw CommandException.usage(
          "--jitter would let signatures expire before they begin",
          "give less than they last, which is " + validity.length().toHours() + " hours");
    }
    return new SignaturePolicy(dnskeyEnd, jitter, keepUntil);
  }
}
