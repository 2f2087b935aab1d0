package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.name.DnsName;
import org.offlinesign.rollover.ReadZone;
import org.offlinesign.rollover.SignaturePeriods;
import org.offlinesign.rollover.SignatureSpan;
import org.offlinesign.rollover.SignedGroup;
import org.offlinesign.rollover.ZoneVersionReader;
import org.offlinesign.zone.SortBudget;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/** Reads versions of a zone for what they mean to a rollover. */
record RolloverZone(DnsName zone, ReadingOptions reading, SortBudget budget, Environment env) {
  /** Returns the version that a file holds. */
  ReadZone read(Path file) throws CommandException, IOException {
    ZoneFileSource source = ReadingOptions.source(file, env);
    try {
      return new ZoneVersionReader(budget).read(source, reading.of(zone, env).build());
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(source.name(), "its TTLs are not known");
    }
  }

  /**
   * Returns when the signatures of a version end; empty if it has none.
   *
   * @param validity for how long new ones are valid
   */
  static Optional<SignaturePeriods> signatures(ReadZone version, Duration validity) {
    Stream<SignatureSpan> data =
        version.version().data().stream().map(SignedGroup::signatures).flatMap(s -> s.stream());
    Stream<SignatureSpan> keys = version.version().keys().signatures().stream();
    Optional<Instant> first =
        Stream.concat(keys, data).map(SignatureSpan::expiration).min(Comparator.naturalOrder());
    // RFC 6781 §4.4.2: secondaries serve a version until it expires, and caches keep it then.
    Duration outlast =
        Duration.ofSeconds(version.soa().expire()).plus(version.version().largestTtl());
    return first.map(expiry -> new SignaturePeriods(expiry, validity, outlast));
  }
}
