package org.offlinesign.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.ZoneTimes;
import picocli.CommandLine.Option;

/** The options that say how long servers and caches may lag behind. */
final class RolloverTimeOptions {
  @Option(
      names = "--propagation",
      paramLabel = "DURATION",
      description =
          "How long all name servers of the zone take to have a new version. Default: refresh and"
              + " retry time of the SOA record together.")
  private @Nullable Duration propagation;

  @Option(
      names = "--parent-propagation",
      paramLabel = "DURATION",
      description = "The same of the parent's name servers. Default: 1h.")
  private @Nullable Duration parentPropagation;

  @Option(
      names = "--ds-ttl",
      paramLabel = "DURATION",
      description =
          "The TTL of the DS records at the parent. Default: 1d. It is taken to be longer if"
              + " --parent-ds shows so, and never shorter, as an answer from a cache counts down.")
  private @Nullable Duration dsTtl;

  @Option(
      names = "--hold-down",
      paramLabel = "DURATION",
      description =
          "For how long resolvers watch a new trust anchor before they take it (RFC 5011). Default:"
              + " 30d.")
  private @Nullable Duration holdDown;

  /** Returns the times of a version of the zone. */
  ZoneTimes of(ReadZone zone) {
    Duration soaTtl = Duration.ofSeconds(zone.soaTtl().seconds());
    // A zone that is signed for the first time gets DNSKEY records with the TTL of its SOA record.
    boolean hasKeys = !zone.version().keys().keys().isEmpty();
    Duration keyTtl = hasKeys ? zone.version().keys().ttl() : soaTtl;
    Duration largest = zone.version().largestTtl();
    Duration negative = zone.negativeTtl();
    Duration largestTtl = largest.compareTo(negative) < 0 ? negative : largest;
    return ZoneTimes.of(propagation == null ? zone.propagation() : propagation, keyTtl, largestTtl);
  }

  /** Returns times that say nothing of the zone, for which notes of its rollover stand in. */
  ZoneTimes ofNotes() {
    return ZoneTimes.of(
        propagation == null ? Duration.ZERO : propagation, Duration.ZERO, Duration.ZERO);
  }

  /** Returns times that say nothing of the zone and its parent but what was typed. */
  ZoneTimes ofNotesAlone() throws CommandException {
    ZoneTimes known = withParent(ofNotes(), Optional.empty());
    return dsTtl == null ? known.withDsTtl(Duration.ZERO) : known;
  }

  /** Returns times with what is known of the parent. */
  ZoneTimes withParent(ZoneTimes times, Optional<DsVersion> parent) throws CommandException {
    // Where there is no DS RRset any more, what counts is how long the one of before is cached, and
    // not how long its absence is.
    Duration shown =
        parent.filter(ds -> !ds.records().isEmpty()).map(DsVersion::ttl).orElse(Duration.ZERO);
    // What is shown may be counting down in a cache, or be the TTL of the new records alone.
    Duration usual = Duration.ofSeconds(usualDsTtl().seconds());
    ZoneTimes known = times.withDsTtl(shown.compareTo(usual) < 0 ? usual : shown);
    known = parentPropagation == null ? known : known.withParentPropagation(parentPropagation);
    return holdDown == null ? known : known.withHoldDown(holdDown);
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
}
