package org.offlinesign.cli.report;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.offlinesign.cli.console.CommandException;
import org.offlinesign.cli.console.Environment;
import org.offlinesign.cli.console.Words;
import org.offlinesign.zonefile.Severity;
import picocli.CommandLine.Option;

/** The options by which a command that reports on a zone is told how. */
public final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|github|junit",
      description =
          "text: lines for people (default). json: for scripts. sarif: for code scanning. github:"
              + " annotations of a GitHub workflow. junit: results of tests.")
  private @Nullable ReportFormat format;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  /** Says whether errors alone are to be printed. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Refuses options that contradict one another. */
  public void check() throws CommandException {
    if (json && format != null && format != ReportFormat.JSON) {
      throw CommandException.usage(
          "--json and --format " + format.name().toLowerCase(Locale.ROOT) + " differ",
          "leave one of them out");
    }
  }

  private ReportFormat format() {
    if (format == null) {
      return json ? ReportFormat.JSON : ReportFormat.TEXT;
    }
    return format;
  }

  /** Writes the report to stdout, and to stderr how much of it was left out. */
  public void print(ZoneReport report, Environment env) throws IOException {
    PrintStream out = env.out();
    switch (format()) {
      case TEXT -> printText(report, out);
      case JSON -> new JsonReport(report).print(out);
      case SARIF -> new SarifReport(report).print(out);
      case GITHUB -> new GithubReport(report).print(out);
      case JUNIT -> new JunitReport(report).print(out);
    }
    if (report.omitted() > 0) {
      env.err().println("and " + Words.count(report.omitted(), "further finding") + " like these");
    }
  }

  private void printText(ZoneReport report, PrintStream out) {
    for (ReportedFinding finding : report.findings()) {
      if (!quiet || finding.severity() == Severity.ERROR) {
        out.println(finding.text());
      }
    }
    if (!quiet) {
      report.printSummary(out);
    }
  }
}
