package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.ChildPolicy;
import org.offlinesign.delegation.ChildZone;
import org.offlinesign.delegation.ChildZoneException;
import org.offlinesign.name.DnsName;
import org.offlinesign.sign.RecordTreatment;
import org.offlinesign.zonefile.ZoneFileException;
import picocli.CommandLine.Option;

/** The options for children that say in their zones which DS records they want. */
final class ChildZoneOptions {
  @Option(
      names = "--child-zone",
      paramLabel = "FILE",
      description =
          "A child's signed zone file, or what dig prints of its DNSKEY, CDS and CDNSKEY records."
              + " If they are signed by a key that the delegation's DS records lead to, it gets the"
              + " DS records asked for. May be repeated.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--accept-new-child",
      paramLabel = "NAME",
      description =
          "Believe what this child asks for though it has no DS records yet: its keys have been"
              + " compared with what its owner says. May be repeated.")
  private List<DnsName> newChildren = new ArrayList<>();

  @Option(
      names = "--child-signed-since",
      paramLabel = "TIME",
      description = "Refuse what children ask for in signatures that begin before this.")
  private @Nullable Instant signedSince;

  @Option(
      names = "--no-child-dsset",
      description =
          "Do not write the DS records that a child asked for into its dsset- file. The next"
              + " signing then knows nothing of them.")
  private boolean unkept;

  /** Returns what children are asked. */
  ChildPolicy policy(DnsName parent, RecordTreatment treatment, Environment env)
      throws CommandException, IOException {
    if (!files.isEmpty() && treatment == RecordTreatment.NOCHANGE) {
      throw CommandException.usage(
          "--child-zone is to change DS records, and --ds nochange to keep them",
          "leave one of them out");
    }
    List<ChildZone> zones = new ArrayList<>();
    for (Path file : files) {
      zones.add(read(file, parent, env));
    }
    Map<DnsName, ChildZone> byName = byName(zones);
    Set<DnsName> unknown = new HashSet<>(newChildren);
    unknown.removeAll(byName.keySet());
    if (!unknown.isEmpty()) {
      throw CommandException.usage(
          "--accept-new-child: there is no --child-zone of " + unknown.iterator().next(),
          "name its zone file with --child-zone");
    }
    return new ChildPolicy(byName, new HashSet<>(newChildren), signedSince, !unkept);
  }

  private static ChildZone read(Path file, DnsName parent, Environment env)
      throws CommandException, IOException {
    try {
      ChildZone zone = ChildZone.read(ReadingOptions.source(file, env));
      if (!zone.zone().isAtOrBelow(parent) || zone.zone().equals(parent)) {
        throw CommandException.usage(
            "--child-zone: " + file + " is of " + zone.zone() + ", which is no child of " + parent,
            "name the signed zone file of a zone right below " + parent);
      }
      return zone;
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(file.toString(), "nothing was written");
    } catch (ChildZoneException e) {
      throw CommandException.zone(
              e.getMessage(),
              "expected the child's signed zone file, or what dig prints of its DNSKEY, CDS and"
                  + " CDNSKEY records")
          .causedBy(e);
    }
  }

  private static Map<DnsName, ChildZone> byName(List<ChildZone> zones) throws CommandException {
    try {
      return ChildPolicy.byName(zones);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--child-zone: " + e.getMessage());
    }
  }
}
