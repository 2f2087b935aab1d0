package org.offlinesign.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import org.offlinesign.cli.console.JsonOutput;

/** A report as JSON; scripts rely on the names of the fields. */
final class JsonReport {
  private final ZoneReport report;

  JsonReport(ZoneReport report) {
    this.report = report;
  }

  void print(PrintStream out) throws IOException {
    JsonOutput.print(out, this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    report.writeSummary(json);
    json.writeArrayFieldStart("findings");
    for (ReportedFinding finding : report.findings()) {
      FindingJson.write(finding, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
