package org.offlinesign.cli.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.TtlLimits;
import picocli.CommandLine.Option;

/** The options that change the TTLs of a zone. */
final class TtlOptions {
  @Option(
      names = "--max-ttl",
      paramLabel = "DURATION",
      description =
          "Lower every TTL above it, so that it is known how long caches keep old records."
              + " DURATION is such as 3600, 1h or 1d12h.")
  private @Nullable Duration highest;

  @Option(
      names = "--dnskey-ttl",
      paramLabel = "DURATION",
      description =
          "The TTL of the DNSKEY records. Default: the one that they have, else that of the SOA.")
  private @Nullable Duration dnskey;

  TtlLimits limits() throws CommandException {
    Ttl highestTtl = highest == null ? null : ttl("--max-ttl", highest);
    Ttl dnskeyTtl = dnskey == null ? null : ttl("--dnskey-ttl", dnskey);
    if (highestTtl != null && dnskeyTtl != null && dnskeyTtl.compareTo(highestTtl) > 0) {
      throw CommandException.usage(
          "--dnskey-ttl " + dnskeyTtl + " is above --max-ttl " + highestTtl,
          "lower the one or raise the other");
    }
    return new TtlLimits(highestTtl, dnskeyTtl);
  }

  private static Ttl ttl(String option, Duration length) throws CommandException {
    if (length.toSeconds() > Ttl.MAX_SECONDS) {
      throw CommandException.usage(
          option + " is over " + Ttl.MAX_SECONDS + " seconds, the longest TTL", "give less");
    }
    return Ttl.ofSeconds(length.toSeconds());
  }
}
