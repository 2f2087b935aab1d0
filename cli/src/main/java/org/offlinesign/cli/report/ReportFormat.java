package org.offlinesign.cli.report;

/** How a report is written. */
public enum ReportFormat {
  /** Lines for people. */
  TEXT,
  /** A document of this program's own, for scripts. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Workflow commands of GitHub, which mark the lines of a change. */
  GITHUB,
  /** The XML that CI servers read the results of tests from. */
  JUNIT
}
