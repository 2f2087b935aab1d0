package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.EntryPointException;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.ZoneFileException;

/** Reads a file that tells the keys of a zone, and says in words why it could not be used. */
final class EntryPointFile {
  private EntryPointFile() {}

  /**
   * Returns what a file tells.
   *
   * @param file a keyset-, dsset- or .key file, the output of dig, a zone file, or - for stdin
   */
  static EntryPoints read(Path file, DnsName zone, Environment env)
      throws CommandException, IOException {
    try {
      return EntryPoints.read(ReadingOptions.source(file, env), zone);
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(file.toString(), "no keys were taken from it");
    } catch (EntryPointException e) {
      throw CommandException.keys(
              e.getMessage(),
              "expected a keyset-, dsset- or .key file, the output of dig, or the signed zone file")
          .causedBy(e);
    }
  }
}
