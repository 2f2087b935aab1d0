package org.offlinesign.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.offlinesign.name.DnsName;
import org.offlinesign.zonefile.Rule;

/** What a command found out about a zone. */
public interface ZoneReport {
  /** Returns the zone. */
  DnsName zone();

  /** Returns the name of the command, which says what was done. */
  String command();

  /** Returns the rules that the zone was held to; a finding may be of another. */
  List<Rule> rules();

  /** Returns what is wrong, in the order of the zone. */
  List<ReportedFinding> findings();

  /** Returns how many findings there were that are not listed. */
  long omitted();

  /** Writes what there is to say besides the findings as fields of a JSON object. */
  void writeSummary(JsonGenerator json) throws IOException;

  /** Prints what there is to say besides the findings. */
  void printSummary(PrintStream out);
}
