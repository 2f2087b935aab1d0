package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.ChildZone;
import org.offlinesign.delegation.DsCheck;
import org.offlinesign.delegation.EntryPointException;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.delegation.KeySetFile;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.zonefile.ZoneFileException;
import picocli.CommandLine.Option;

/** The options by which the owner of a parent zone checks what came from the child. */
final class DsCheckOptions {
  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Say of each DS record in a dsset- file, or in what dig prints, whether it belongs to the"
              + " zone: to the file of --child-zone, else to the keys of the key store or of"
              + " --from. Exit code 1 if one does not.")
  private @Nullable Path file;

  @Option(
      names = "--child-zone",
      paramLabel = "FILE",
      description =
          "For --check: the child's signed zone file, a proof.txt, or what dig +dnssec prints of"
              + " its DNSKEY records.")
  private @Nullable Path childZone;

  boolean isWanted() {
    return file != null;
  }

  Path file() throws CommandException {
    if (file == null) {
      throw CommandException.usage("--check FILE is missing", "it names the file to look at");
    }
    return file;
  }

  /** Returns the zone that the file is called after, as in {@code dsset-example.com}. */
  Optional<DnsName> zoneOfFileName() {
    return Optional.ofNullable(file).flatMap(KeySetFile::zoneOfName);
  }

  Optional<Path> childZone() {
    return Optional.ofNullable(childZone);
  }

  /** Checks the records against the child's zone. */
  DsCheck against(Path zoneFile, @Nullable DnsName zone, Environment env)
      throws CommandException, IOException {
    ChildZone child = SignedChild.read(zoneFile, zone, env);
    return DsCheck.of(
        records(child.zone(), env), child, env.resources().providers(), env.clock().instant());
  }

  /** Checks the records against the keys that are known of the zone. */
  DsCheck against(EntryPoints points, Environment env) throws CommandException, IOException {
    return DsCheck.ofKeys(records(points.zone(), env), points.zone(), points.keys());
  }

  private List<Ds> records(DnsName zone, Environment env) throws CommandException, IOException {
    Path named = file();
    try {
      EntryPoints found = EntryPoints.read(ReadingOptions.source(named, env), zone);
      if (found.ds().isEmpty()) {
        throw CommandException.zone(
            named + " has DNSKEY records of " + zone + " but no DS records", "name a dsset- file");
      }
      return found.ds();
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(named.toString(), "its records were not checked");
    } catch (EntryPointException e) {
      throw CommandException.zone(e.getMessage(), "name the dsset- file of " + zone).causedBy(e);
    }
  }
}
