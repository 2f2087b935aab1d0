package org.offlinesign.cli.report;

import java.io.PrintStream;
import org.offlinesign.cli.console.Printable;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Workflow commands of GitHub, a line for each finding, which mark the line of the file in the view
 * of a change. GitHub itself shows the first ten of each severity.
 */
final class GithubReport {
  private final ZoneReport report;

  GithubReport(ZoneReport report) {
    this.report = report;
  }

  void print(PrintStream out) {
    for (ReportedFinding finding : report.findings()) {
      out.println(command(finding));
    }
  }

  private static String command(ReportedFinding finding) {
    Place place = finding.place();
    StringBuilder command = new StringBuilder("::").append(word(finding.severity()));
    command.append(" file=").append(property(place.file()));
    if (place.line() > 0) {
      command.append(",line=").append(place.line());
    }
    if (place.column() > 0) {
      command.append(",col=").append(place.column());
    }
    command.append(",title=").append(property(finding.rule().code()));
    return command.append("::").append(data(message(finding))).toString();
  }

  private static String message(ReportedFinding finding) {
    String subject = finding.subject().isEmpty() ? "" : finding.subject() + ": ";
    return subject + finding.messageWithSection();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTICE -> "notice";
    };
  }

  // The runner takes a line apart at these characters, and undoes the escapes. After Printable
  // there is no line end left that could begin a command of a zone file's own.
  private static String data(String text) {
    return Printable.of(text).replace("%", "%25");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
