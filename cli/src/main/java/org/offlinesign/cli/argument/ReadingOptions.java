package org.offlinesign.cli.argument;

import java.nio.file.Path;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.zonefile.IncludePolicy;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileSource;
import picocli.CommandLine.Option;

/** The options by which commands that read a zone file say how to. */
public final class ReadingOptions {
  @Option(
      names = "--octal-escapes",
      description = "Read \\DDD as octal, as Windows writes it, and not as decimal (RFC 1035).")
  private boolean octalEscapes;

  /** Returns how the file of a zone is to be read. */
  public ZoneFileOptions.Builder of(DnsName zone, Environment env) {
    return ZoneFileOptions.builder(zone)
        .escapes(octalEscapes ? EscapeStyle.OCTAL : EscapeStyle.DECIMAL)
        .includes(IncludePolicy.besideIncluderOrIn(env.workingDirectory()));
  }

  /** Returns a file to read, or stdin if it is called {@code -}. */
  public static ZoneFileSource source(Path file, Environment env) {
    ZoneFileSource source =
        file.toString().equals("-")
            ? ZoneFileSource.of("<stdin>", env.streams().in())
            : ZoneFileSource.of(env.resolve(file));
    return source.reportingTo(env.progress());
  }
}
