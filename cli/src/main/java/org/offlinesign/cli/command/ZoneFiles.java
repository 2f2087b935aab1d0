package org.offlinesign.cli.command;

import java.nio.file.Path;
import org.offlinesign.name.DnsName;
import picocli.CommandLine.Option;

/** The options of commands that read a zone file and write another. */
final class ZoneFiles implements SigningFiles {
  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "The zone file; - is stdin.")
  private Path input;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "The file to write, which is replaced if it exists; - is stdout.")
  private Path output;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Override
  public Path input() {
    return input;
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public DnsName zone() {
    return zone;
  }
}
