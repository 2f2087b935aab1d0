package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.delegation.EntryPointException;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;

/** Reads the files with the keys by which trust enters a zone. */
final class TrustAnchorFiles {
  private TrustAnchorFiles() {}

  /** Returns what is in all the files together. */
  static EntryPoints read(List<Path> files, DnsName zone, Environment env)
      throws CommandException, IOException {
    EntryPoints all = new EntryPoints(zone, List.of(), List.of());
    for (Path file : files) {
      all = all.and(read(env.resolve(file), zone));
      env.notes().read(env.resolve(file));
    }
    return all;
  }

  private static EntryPoints read(Path file, DnsName zone) throws CommandException, IOException {
    try {
      return EntryPoints.read(ZoneFileSource.of(file), zone);
    } catch (EntryPointException e) {
      throw CommandException.keys(
              e.getMessage(), "--trust-anchor takes a keyset-, dsset- or .key file")
          .causedBy(e);
    } catch (ZoneFileException e) {
      String[] lines = e.errors().stream().map(Diagnostic::format).toArray(String[]::new);
      throw CommandException.keys(file + " cannot be read as a file with keys", lines).causedBy(e);
    }
  }
}
