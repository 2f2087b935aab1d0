package org.offlinesign.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.Breakage;
import org.offlinesign.rollover.DsReading;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.TimeLine;
import org.offlinesign.rollover.ZoneVersion;
import org.offlinesign.rollover.ZoneVersionReader;
import org.offlinesign.testing.Budgets;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;

/** The files that a zone and its parent have published, and when; caches may hold any mix. */
final class PublishedVersions {
  private static final Ttl DS_TTL = new Ttl(86400);

  private final DnsName zone;
  private final Path folder;
  private final TimeLine.Builder timeLine;
  private ZoneVersion last;

  PublishedVersions(DnsName zone, Path folder) {
    this.zone = zone;
    this.folder = folder;
    this.timeLine = TimeLine.of(zone).parentPropagation(Duration.ofHours(1));
  }

  /** Reads what name servers have from a time on, unless it is what they had. */
  void zone(Instant from, Path file) throws Exception {
    ZoneFileOptions options = ZoneFileOptions.builder(zone).build();
    ReadZone read =
        new ZoneVersionReader(Budgets.in(folder)).read(ZoneFileSource.of(file), options);
    if (!read.version().equals(last)) {
      last = read.version();
      timeLine.zone(from, last).propagation(read.propagation());
    }
  }

  /** Reads what the parent has from a time on. */
  void parent(Instant from, Path file) throws Exception {
    timeLine.parent(from, DsReading.read(ZoneFileSource.of(file), zone, DS_TTL));
  }

  /** Returns every mix that does not validate. */
  List<Breakage> breakages() {
    return timeLine.build().breakages();
  }
}
