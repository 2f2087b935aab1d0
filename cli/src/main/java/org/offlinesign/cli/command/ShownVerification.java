package org.offlinesign.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.cli.report.ReportedFinding;
import org.offlinesign.cli.report.ZoneReport;
import org.offlinesign.name.DnsName;
import org.offlinesign.verify.Finding;
import org.offlinesign.verify.FindingCode;
import org.offlinesign.verify.FindingKind;
import org.offlinesign.verify.VerificationReport;
import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.Severity;

/**
 * What a verification found, as it is shown.
 *
 * @param policyEnforced whether an error of policy counts as one, and not as a warning
 * @param clock in the zone that times are shown in
 * @param run what it took
 */
record ShownVerification(
    DnsName zone, VerificationReport report, boolean policyEnforced, Clock clock, RunFigures run)
    implements ZoneReport {
  @Override
  public String command() {
    return "verifyzone";
  }

  @Override
  public List<Rule> rules() {
    return List.of(FindingCode.values());
  }

  @Override
  public List<ReportedFinding> findings() {
    List<ReportedFinding> findings = new ArrayList<>();
    report.notices().forEach(notice -> findings.add(ReportedFinding.of(notice)));
    for (Finding finding : report.findings()) {
      findings.add(ReportedFinding.of(finding, severity(finding.code())));
    }
    return findings;
  }

  private Severity severity(FindingCode code) {
    boolean excused = !policyEnforced && code.kind() == FindingKind.POLICY;
    return excused && code.severity() == Severity.ERROR ? Severity.WARNING : code.severity();
  }

  /** Returns how many findings of a severity there are, those that are not listed included. */
  long count(Severity severity) {
    return report.counts().entrySet().stream()
        .filter(entry -> severity(entry.getKey()) == severity)
        .mapToLong(entry -> entry.getValue())
        .sum();
  }

  @Override
  public long omitted() {
    return report.omittedFindings();
  }

  @Override
  public void writeSummary(JsonGenerator json) throws IOException {
    new VerificationJson(this, json).write();
  }

  @Override
  public void printSummary(PrintStream out) {
    new VerificationText(this, out).print();
  }
}
