package org.offlinesign.cli.command;

import picocli.CommandLine.Option;

/** The options for how the report of a command is printed. */
final class PrintedReport {
  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print errors alone.")
  private boolean quiet;

  boolean isJson() {
    return json;
  }

  boolean isQuiet() {
    return quiet;
  }
}
