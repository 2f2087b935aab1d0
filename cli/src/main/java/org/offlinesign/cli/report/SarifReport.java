package org.offlinesign.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.offlinesign.cli.console.JsonOutput;
import org.offlinesign.cli.console.Words;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.Severity;

/** A report in the Static Analysis Results Interchange Format, SARIF 2.1.0, of OASIS. */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final ZoneReport report;
  private final List<Rule> rules;

  SarifReport(ZoneReport report) {
    this.report = report;
    Set<Rule> all = new LinkedHashSet<>(report.rules());
    report.findings().forEach(finding -> all.add(finding.rule()));
    this.rules = new ArrayList<>(all);
  }

  void print(PrintStream out) throws IOException {
    JsonOutput.print(out, this::write);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    writeTool(json);
    writeInvocation(json);
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
    for (ReportedFinding finding : report.findings()) {
      write(finding, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "offlinesign " + report.command());
    json.writeArrayFieldStart("rules");
    for (Rule rule : rules) {
      write(rule, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(Rule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.code());
    writeText("shortDescription", rule.title(), json);
    writeText("fullDescription", rule.title() + " (" + rule.section() + ").", json);
    writeText("help", rule.title() + ". The rule is in " + rule.section() + ".", json);
    json.writeObjectFieldStart("defaultConfiguration");
    json.writeStringField("level", level(rule.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What was left out is a notification of the run: it has no line to stand at. */
  private void writeInvocation(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    if (report.omitted() > 0) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "warning");
      String omitted = Words.count(report.omitted(), "further finding");
      writeText("message", omitted + " like these are not listed", json);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void write(ReportedFinding finding, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().code());
    json.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
    json.writeStringField("level", level(finding.severity()));
    writeText("message", message(finding), json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    write(finding.place(), json);
    if (!finding.owner().isEmpty()) {
      json.writeArrayFieldStart("logicalLocations");
      json.writeStartObject();
      json.writeStringField("fullyQualifiedName", finding.subject());
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String message(ReportedFinding finding) {
    String subject = finding.subject();
    return subject.isEmpty() ? finding.message() : subject + ": " + finding.message();
  }

  private static void write(Place place, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", FileUri.of(place.file()));
    json.writeEndObject();
    // A finding about the file as a whole stands at its first line: code scanning wants one.
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, place.line()));
    if (place.column() > 0) {
      json.writeNumberField("startColumn", place.column());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeText(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTICE -> "note";
    };
  }
}
