package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.ChildZone;
import org.offlinesign.delegation.ChildZoneException;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.ZoneFileException;

/** Reads what the file of a signed zone shows of its keys. */
final class SignedChild {
  private SignedChild() {}

  /**
   * Returns the keys with their signatures.
   *
   * @param zone what the file is to be of; null if it says so itself
   */
  static ChildZone read(Path file, @Nullable DnsName zone, Environment env)
      throws CommandException, IOException {
    try {
      return zone == null
          ? ChildZone.read(ReadingOptions.source(file, env))
          : ChildZone.read(ReadingOptions.source(file, env), zone);
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(file.toString(), "no keys were taken from it");
    } catch (ChildZoneException e) {
      String expected =
          "expected the signed zone file, or all that dig prints of its DNSKEY records with"
              + " +dnssec";
      throw (zone == null
              ? CommandException.zone(
                  e.getMessage(), expected, "--zone NAME names the zone of a file that does not")
              : CommandException.zone(e.getMessage(), expected))
          .causedBy(e);
    }
  }
}
