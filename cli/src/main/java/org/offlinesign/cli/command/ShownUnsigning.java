package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.offlinesign.cli.console.Words;
import org.offlinesign.record.RecordType;
import org.offlinesign.sign.UnsigningReport;

/**
 * What an unsigning did, as it is shown.
 *
 * @param run what it took
 */
record ShownUnsigning(UnsigningReport report, RunFigures run) {
  /** Returns what the user should look at. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!report.wasSigned()) {
      warnings.add(report.zone() + " was not signed; the output has the same records");
    }
    if (report.outOfZone() > 0) {
      warnings.add(
          Words.count(report.outOfZone(), "record")
              + " outside "
              + report.zone()
              + " stayed as in the input");
    }
    return warnings;
  }

  void printText(PrintStream out) {
    out.println("Took the DNSSEC records out of " + report.zone());
    out.println("  written  " + Words.count(report.kept(), "record") + ds());
    out.println("  dropped  " + (report.wasSigned() ? dropped() : "nothing"));
    out.println("  serial   " + report.serial() + " as before");
    if (report.wasSigned()) {
      out.println("Before name servers load it:");
      out.println(
          "  have the parent remove the DS records of "
              + report.zone()
              + ", and wait for their TTL: until then");
      out.println("  resolvers that check signatures refuse a zone without them");
    }
  }

  private String ds() {
    return report.ds() == 0 ? "" : ", " + Words.count(report.ds(), "DS record") + " among them";
  }

  private String dropped() {
    return byType().entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private Map<RecordType, Long> byType() {
    return new TreeMap<>(report.dropped());
  }

  /** Writes the report; scripts rely on the names of the fields. */
  void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("zone", report.zone().toString());
    json.writeNumberField("serial", report.serial().value());
    json.writeNumberField("records", report.records());
    json.writeNumberField("written", report.kept());
    json.writeNumberField("ds", report.ds());
    json.writeNumberField("outOfZone", report.outOfZone());
    json.writeObjectFieldStart("dropped");
    for (Map.Entry<RecordType, Long> type : byType().entrySet()) {
      json.writeNumberField(type.getKey().toString(), type.getValue());
    }
    json.writeEndObject();
    run.writeJson(json);
    json.writeEndObject();
  }
}
