package org.offlinesign.cli.report;

import org.offlinesign.cli.console.Printable;
import org.offlinesign.verify.Finding;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Rule;
import org.offlinesign.zonefile.Severity;

/**
 * A finding as every format shows it. Nothing in its text acts on a terminal.
 *
 * @param severity how much it matters to this run; that of the rule, unless somebody chose another
 * @param owner whose record it is about; empty if it is about none
 * @param type the type of the record; empty as the owner
 * @param message what was found and what was expected
 * @param text all of it for people, on one line or with an excerpt of the file below
 */
public record ReportedFinding(
    Rule rule,
    Severity severity,
    String owner,
    String type,
    Place place,
    String message,
    String text) {

  /** Returns a finding of a check of a zone file. */
  public static ReportedFinding of(Diagnostic finding) {
    return new ReportedFinding(
        finding.code(),
        finding.severity(),
        finding.owner() == null ? "" : finding.owner().toString(),
        finding.type() == null ? "" : finding.type().toString(),
        finding.place(),
        Printable.of(finding.message()),
        finding.formatWithCode());
  }

  /**
   * Returns a finding of a verification.
   *
   * @param severity how much it matters to this run
   */
  public static ReportedFinding of(Finding finding, Severity severity) {
    return new ReportedFinding(
        finding.code(),
        severity,
        finding.owner().toString(),
        finding.type().toString(),
        finding.place(),
        Printable.of(finding.message()),
        Printable.of(finding.format(severity)));
  }

  /**
   * Returns the message with the section that has the rule, which some messages name themselves.
   */
  public String messageWithSection() {
    String section = rule.section();
    return message.contains(section) ? message : message + " (" + section + ")";
  }

  /** Returns {@code owner TYPE}, or what of it is known. */
  public String subject() {
    return Printable.of((owner + " " + type).strip());
  }
}
