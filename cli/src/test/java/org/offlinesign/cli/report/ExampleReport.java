package org.offlinesign.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.Severity;

/** A report with findings that a test makes up. */
record ExampleReport(List<ReportedFinding> findings, long omitted) implements ZoneReport {
  /** Writes a report in one of the formats. */
  @FunctionalInterface
  interface Writing {
    void to(PrintStream out) throws IOException;
  }

  static ReportedFinding finding(Severity severity, Place place, String message) {
    return new ReportedFinding(
        LintCode.RDATA, severity, "a.example.", "A", place, message, place + ": " + message);
  }

  static ExampleReport of(ReportedFinding... findings) {
    return new ExampleReport(List.of(findings), 0);
  }

  static String written(Writing writing) throws IOException {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(octets, false, StandardCharsets.UTF_8)) {
      writing.to(out);
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  @Override
  public DnsName zone() {
    return DnsName.of("example");
  }

  @Override
  public String command() {
    return "checkzone";
  }

  @Override
  public List<Rule> rules() {
    return List.of(LintCode.SYNTAX, LintCode.RDATA);
  }

  @Override
  public void writeSummary(JsonGenerator json) throws IOException {
    json.writeStringField("zone", "example.");
  }

  @Override
  public void printSummary(PrintStream out) {
    out.println("summary");
  }
}
