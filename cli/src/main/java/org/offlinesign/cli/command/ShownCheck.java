package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.report.ReportedFinding;
import org.offlinesign.cli.report.ZoneReport;
import org.offlinesign.lint.ZoneCheckReport;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.LintArea;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.Severity;

/**
 * What a check of a zone file found, as it is shown.
 *
 * @param run what it took
 */
record ShownCheck(DnsName zone, ZoneCheckReport report, RunFigures run) implements ZoneReport {
  @Override
  public String command() {
    return "checkzone";
  }

  @Override
  public List<Rule> rules() {
    return Arrays.stream(LintCode.values())
        .filter(code -> code.area() != LintArea.SIGNING)
        .map(Rule.class::cast)
        .toList();
  }

  @Override
  public List<ReportedFinding> findings() {
    return report.findings().stream().map(ReportedFinding::of).toList();
  }

  @Override
  public long omitted() {
    return report.omitted();
  }

  @Override
  public void writeSummary(JsonGenerator json) throws IOException {
    json.writeStringField("zone", zone.toString());
    json.writeBooleanField("good", report.isGood());
    json.writeNumberField("errors", report.count(Severity.ERROR));
    json.writeNumberField("warnings", report.count(Severity.WARNING));
    json.writeNumberField("notices", report.count(Severity.NOTICE));
    json.writeNumberField("omitted", report.omitted());
    json.writeNumberField("records", report.records());
    json.writeNumberField("names", report.names());
    run.writeJson(json);
  }

  @Override
  public void printSummary(PrintStream out) {
    out.println(zone + ": " + summary());
    run.temporaryDisk().ifPresent(disk -> out.println("  temporary disk " + disk));
  }

  private String summary() {
    String found =
        Words.count(report.count(Severity.ERROR), "error")
            + ", "
            + Words.count(report.count(Severity.WARNING), "warning");
    long notices = report.count(Severity.NOTICE);
    if (notices > 0) {
      found += ", " + Words.count(notices, "notice");
    }
    return report.records() == 0
        ? found
        : found
            + " in "
            + Words.count(report.records(), "record")
            + " at "
            + Words.count(report.names(), "name");
  }
}
