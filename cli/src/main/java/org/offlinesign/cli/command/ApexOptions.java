package org.offlinesign.cli.command;

import org.offlinesign.cli.argument.ZonemdArgument;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.sign.ApexChanges;
import org.offlinesign.sign.ChildSignal;
import picocli.CommandLine.Option;

/** The options for what the apex of a signed zone tells others. */
final class ApexOptions {
  private static final String WORDS = "publish|delete|none|keep";

  @Option(
      names = "--cds",
      arity = "0..1",
      fallbackValue = "publish",
      paramLabel = WORDS,
      description =
          "The CDS records, by which the parent keeps its DS records up to date. publish, or --cds"
              + " alone: those of the KSKs, by --digest. delete: ask it to delete them. none: no"
              + " such records. Default: keep those of the input.")
  private ChildSignal cds = ChildSignal.KEEP;

  @Option(
      names = "--cdnskey",
      arity = "0..1",
      fallbackValue = "publish",
      paramLabel = WORDS,
      description = "The CDNSKEY records, likewise.")
  private ChildSignal cdnskey = ChildSignal.KEEP;

  @Option(
      names = "--zonemd",
      arity = "0..1",
      fallbackValue = "sha384",
      paramLabel = "NAME",
      description =
          "Digest the signed zone and add ZONEMD records: sha384 (also --zonemd alone), sha512, or"
              + " both joined with a comma. Without it there are none.")
  private ZonemdArgument zonemd = ZonemdArgument.NONE;

  ApexChanges changes() throws CommandException {
    try {
      return new ApexChanges(cds, cdnskey, zonemd.hashes());
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(
              "--cds and --cdnskey would ask the parent for two things at once",
              "give both the same word")
          .causedBy(e);
    }
  }
}
