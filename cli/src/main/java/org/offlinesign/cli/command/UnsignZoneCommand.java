package org.offlinesign.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.TemporaryFolder;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.sign.UnsigningReport;
import org.offlinesign.sign.UnsigningRequest;
import org.offlinesign.sign.UnsigningRequest.ChildDs;
import org.offlinesign.sign.ZoneUnsigner;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes the DNSSEC records out of a zone file. */
@Command(
    header = {
      "  offlinesign unsignzone --input example.com.signed --output example.com.zone \\",
      "              --zone example.com",
      "  offlinesign unsignzone --input - --output - --zone example.com --ds drop < zone"
    },
    customSynopsis = "offlinesign unsignzone --input FILE --output FILE --zone NAME [OPTIONS]",
    description =
        "Writes a zone without its RRSIG, NSEC and NSEC3 records, and without NSEC3PARAM, DNSKEY,"
            + " CDS, CDNSKEY and ZONEMD at its top. All else stays, in the order of the input.")
public final class UnsignZoneCommand implements Subcommand {
  @Mixin private ZoneFiles files = new ZoneFiles();

  @Option(
      names = "--ds",
      paramLabel = "keep|drop",
      description =
          "What becomes of the DS records of child zones. keep (default): the next signing needs"
              + " them. drop: the zone is to stay unsigned.")
  private ChildDs ds = ChildDs.KEEP;

  @Mixin private LayoutOption layout = new LayoutOption();
  @Mixin private CommentOption comments = new CommentOption();

  @Mixin private PrintedReport printed = new PrintedReport();
  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private TemporaryFolder temporaryFolder = new TemporaryFolder();

  @Override
  public boolean isQuiet() {
    return printed.isQuiet();
  }

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    comments.check(layout.layout());
    Path folder = temporaryFolder.path(env);
    SignedZoneFile target = SignedZoneFile.of(files, folder, env);
    UnsigningReport report = unsign(target, folder, env);
    target.deliver();
    print(report, target, env);
    return ExitCode.DONE;
  }

  private UnsigningReport unsign(SignedZoneFile target, Path folder, Environment env)
      throws CommandException, IOException {
    ZoneFileSource source = ReadingOptions.source(files.input(), env);
    UnsigningRequest request =
        new UnsigningRequest(
            source,
            comments.addTo(reading.of(files.zone(), env)).build(),
            new UnsigningRequest.Target(target.place(), layout.layout(), folder),
            ds);
    try {
      return new ZoneUnsigner().unsign(request);
    } catch (ZoneFileException e) {
      throw ZoneFileErrors.told(e, env).refusing(source.name(), "nothing was written");
    }
  }

  private void print(UnsigningReport report, SignedZoneFile target, Environment env)
      throws IOException {
    PrintStream out = target.isStdout() ? env.err() : env.out();
    RunFigures run = new RunFigures(env.progress(), Optional.empty());
    ShownUnsigning shown = new ShownUnsigning(report, run);
    if (!printed.isQuiet()) {
      report.notices().forEach(notice -> env.err().println(notice.format()));
      shown.warnings().forEach(env::warn);
    }
    if (printed.isJson()) {
      JsonOutput.print(out, shown::writeJson);
    } else if (!printed.isQuiet()) {
      shown.printText(out);
    }
  }
}
