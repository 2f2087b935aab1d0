package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.offlinesign.cli.console.Words;
import org.offlinesign.cli.report.ReportedFinding;
import org.offlinesign.cli.report.ZoneReport;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.ZoneFileException;

/** A zone file that has errors of syntax, so that nothing else could be found out about it. */
record UnreadableZone(String command, DnsName zone, ZoneFileException failure)
    implements ZoneReport {
  @Override
  public List<Rule> rules() {
    return List.of(LintCode.values());
  }

  @Override
  public List<ReportedFinding> findings() {
    return failure.diagnostics().stream().map(ReportedFinding::of).toList();
  }

  @Override
  public long omitted() {
    return 0;
  }

  @Override
  public void writeSummary(JsonGenerator json) throws IOException {
    json.writeStringField("zone", zone.toString());
    json.writeBooleanField("valid", false);
    json.writeNumberField("errors", failure.errors().size());
  }

  @Override
  public void printSummary(PrintStream out) {
    out.println(
        zone + ": " + Words.count(failure.errors().size(), "error") + ", so nothing was verified");
  }
}
