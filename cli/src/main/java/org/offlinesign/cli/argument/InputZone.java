package org.offlinesign.cli.argument;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.ZoneFileSource;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The zone that a command reads and leaves alone: its file, with {@code --input} or without, and
 * name.
 */
public final class InputZone {
  @Parameters(arity = "0..1", paramLabel = "FILE", description = "The zone file; - is stdin.")
  private @Nullable Path file;

  @Option(names = "--input", paramLabel = "FILE", description = "The same as FILE alone.")
  private @Nullable Path input;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  /** Returns the name of the zone. */
  public DnsName name() {
    return zone;
  }

  /** Returns the file, or stdin. */
  public ZoneFileSource source(Environment env) throws CommandException {
    if (file != null && input != null) {
      throw CommandException.usage(
          "'" + file + "' and --input " + input + " both name a zone file",
          "leave one of them out");
    }
    Path named = file != null ? file : input;
    if (named == null) {
      throw CommandException.usage("no zone file is named", "name one, or - for stdin");
    }
    return ReadingOptions.source(named, env);
  }
}
