package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import org.offlinesign.cli.argument.ReadingOptions;
import org.offlinesign.cli.argument.SortOptions;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.ExitCode;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Subcommand;
import org.offlinesign.cli.console.Words;
import org.offlinesign.lint.ZoneCheck;
import org.offlinesign.lint.ZoneCheckReport;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a zone file and tells everything that is wrong with it. */
@Command(
    header = {
      "  offlinesign checkzone --zone example.com example.com.zone",
      "  offlinesign checkzone --zone example.com --json - < example.com.zone"
    },
    customSynopsis = "offlinesign checkzone --zone NAME [OPTIONS] FILE",
    description =
        "Reads a zone file, signed or not, and reports every error and warning in one run. Ends"
            + " with 0 if name servers can serve the zone, with 1 if not.")
public final class CheckZoneCommand implements Subcommand {
  private static final int MAX_ERRORS = 1000;

  @Parameters(paramLabel = "FILE", description = "The zone file; - is stdin.")
  private Path file;

  @Option(names = "--zone", required = true, paramLabel = "NAME", description = "The zone's name.")
  private DnsName zone;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  @Mixin private ReadingOptions reading = new ReadingOptions();
  @Mixin private SortOptions sorting = new SortOptions();

  @Override
  public ExitCode run(Environment env) throws CommandException, IOException {
    ZoneCheck check =
        new ZoneCheck(reading.of(zone, env).maxErrors(MAX_ERRORS).build(), sorting.budget(env));
    ZoneCheckReport report = check.check(ReadingOptions.source(file, env));
    if (json) {
      JsonOutput.print(env.out(), generator -> write(report, generator));
    } else {
      print(report, env);
    }
    return report.isGood() ? ExitCode.DONE : ExitCode.ZONE;
  }

  private void print(ZoneCheckReport report, Environment env) {
    for (Diagnostic finding : report.findings()) {
      if (!quiet || finding.severity() == Severity.ERROR) {
        env.out().println(finding.format());
      }
    }
    if (report.omitted() > 0) {
      env.err().println("and " + Words.count(report.omitted(), "further finding") + " like these");
    }
    if (!quiet) {
      env.out().println(zone + ": " + summary(report));
    }
  }

  private static String summary(ZoneCheckReport report) {
    String found =
        Words.count(report.count(Severity.ERROR), "error")
            + ", "
            + Words.count(report.count(Severity.WARNING), "warning");
    return report.records() == 0
        ? found
        : found
            + " in "
            + Words.count(report.records(), "record")
            + " at "
            + Words.count(report.names(), "name");
  }

  private void write(ZoneCheckReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", zone.toString());
    json.writeBooleanField("good", report.isGood());
    json.writeNumberField("errors", report.count(Severity.ERROR));
    json.writeNumberField("warnings", report.count(Severity.WARNING));
    json.writeNumberField("omitted", report.omitted());
    json.writeNumberField("records", report.records());
    json.writeNumberField("names", report.names());
    json.writeArrayFieldStart("findings");
    for (Diagnostic finding : report.findings()) {
      FindingJson.write(finding, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
