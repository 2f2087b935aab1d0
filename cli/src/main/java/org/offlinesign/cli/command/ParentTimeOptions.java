package org.offlinesign.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ZoneTimes;
import picocli.CommandLine.Option;

/** The options that say for how long the DS records of before may still be about. */
final class ParentTimeOptions {
  @Option(
      names = "--parent-propagation",
      paramLabel = "DURATION",
      description =
          "How long all name servers of the parent take to have new DS records. Default: 1h.")
  private @Nullable Duration propagation;

  @Option(
      names = "--ds-ttl",
      paramLabel = "DURATION",
      description =
          "The TTL of the DS records at the parent. Default: 1d. It is taken to be longer if"
              + " --parent-ds shows so, and never shorter, as an answer from a cache counts down.")
  private @Nullable Duration dsTtl;

  boolean isPropagationTyped() {
    return propagation != null;
  }

  boolean isDsTtlTyped() {
    return dsTtl != null;
  }

  Duration propagation() {
    return propagation == null ? ZoneTimes.PARENT_PROPAGATION : propagation;
  }

  /** Returns the TTL of DS records that nobody has told the TTL of. */
  Ttl usualDsTtl() throws CommandException {
    long seconds = (dsTtl == null ? ZoneTimes.DS_TTL : dsTtl).toSeconds();
    if (seconds > Ttl.MAX_SECONDS) {
      throw CommandException.usage(
          "--ds-ttl is over " + Ttl.MAX_SECONDS + " seconds, the longest TTL", "give less");
    }
    return Ttl.ofSeconds(seconds);
  }

  /** Returns for how long caches keep DS records, given those that the parent has. */
  Duration dsTtl(Optional<DsVersion> parent) throws CommandException {
    // Where there is no DS RRset any more, what counts is how long the one of before is cached, and
    // not how long its absence is.
    Duration shown =
        parent.filter(ds -> !ds.records().isEmpty()).map(DsVersion::ttl).orElse(Duration.ZERO);
    // What is shown may be counting down in a cache, or be the TTL of the new records alone.
    Duration usual = Duration.ofSeconds(usualDsTtl().seconds());
    return shown.compareTo(usual) < 0 ? usual : shown;
  }
}
