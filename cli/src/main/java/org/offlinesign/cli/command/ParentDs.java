package org.offlinesign.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.name.DnsName;
import org.offlinesign.record.Ttl;
import org.offlinesign.rollover.DsReading;
import org.offlinesign.rollover.DsVersion;
import org.offlinesign.rollover.RolloverException;
import org.offlinesign.zonefile.ZoneFileException;

/** Reads the DS records that a parent has, and says in words why they could not be used. */
final class ParentDs {
  private static final String EXPECTED =
      "expected a dsset- file, the file of the parent zone, or all that dig prints without +short";

  private ParentDs() {}

  /**
   * Returns the DS set that a file shows.
   *
   * @param file a dsset- file, the file of the parent zone, the output of dig, or - for stdin
   * @param usual the TTL where the file shows none
   */
  static DsVersion read(Path file, DnsName zone, Ttl usual, Environment env)
      throws CommandException, IOException {
    try {
      return DsReading.read(ReadingOptions.source(file, env), zone, usual);
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env)
          .refusing(file.toString(), "no DS records were taken from it; " + EXPECTED);
    } catch (RolloverException e) {
      throw CommandException.zone(String.valueOf(e.getMessage()), e.advice(), EXPECTED).causedBy(e);
    }
  }
}
