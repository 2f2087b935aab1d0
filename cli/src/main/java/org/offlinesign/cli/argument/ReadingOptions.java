package org.offlinesign.cli.argument;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.console.CommandException;
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

  @Option(
      names = "--include-dir",
      paramLabel = "DIR",
      description =
          "Let $$INCLUDE read files of this folder and below, too. Repeatable. Without it, files of"
              + " the zone file's folder and below, no hidden ones; none if the zone comes from"
              + " stdin.")
  private List<Path> includeFolders = new ArrayList<>();

  /** Returns how the file of a zone is to be read. */
  public ZoneFileOptions.Builder of(DnsName zone, Environment env) throws CommandException {
    return ZoneFileOptions.builder(zone)
        .escapes(octalEscapes ? EscapeStyle.OCTAL : EscapeStyle.DECIMAL)
        .includes(includes(env));
  }

  /** Returns which files may be included. */
  public IncludePolicy includes(Environment env) throws CommandException {
    List<Path> folders = includeFolders.stream().map(env::resolve).toList();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw CommandException.environment(
            "the folder of --include-dir, "
                + folder
                + (Files.exists(folder) ? ", is not a folder" : ", does not exist"),
            "name the folder of the files that the zone includes");
      }
    }
    return IncludePolicy.inFolders(env.workingDirectory(), folders);
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
