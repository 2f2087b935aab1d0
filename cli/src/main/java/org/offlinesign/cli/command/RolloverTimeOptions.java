package org.offlinesign.cli.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.ZoneTimes;
import picocli.CommandLine.Mixin;
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

  @Mixin private ParentTimeOptions parents = new ParentTimeOptions();

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
    return parents.isDsTtlTyped() ? known : known.withDsTtl(Duration.ZERO);
  }

  /** Returns times with what is known of the parent. */
  ZoneTimes withParent(ZoneTimes times, Optional<DsVersion> parent) throws CommandException {
    ZoneTimes known =
        times.withDsTtl(parents.dsTtl(parent)).withParentPropagation(parents.propagation());
    return holdDown == null ? known : known.withHoldDown(holdDown);
  }

  /** Returns the TTL of DS records that nobody has told the TTL of. */
  Ttl usualDsTtl() throws CommandException {
    return parents.usualDsTtl();
  }
}
