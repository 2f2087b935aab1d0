package org.offlinesign.lint;

import java.util.List;
import java.util.Map;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Severity;

/**
 * What a {@link ZoneCheck} found.
 *
 * @param findings the first ones of each severity, up to the limit of errors of the reading
 * @param counts how many there are of each severity, those that are not listed included
 * @param records how many records were read; 0 if the file has errors of syntax
 * @param names how many names own them
 */
public record ZoneCheckReport(
    List<Diagnostic> findings, Map<Severity, Long> counts, long records, long names) {
  /** Copies the list and the map. */
  public ZoneCheckReport {
    findings = List.copyOf(findings);
    counts = Map.copyOf(counts);
  }

  static ZoneCheckReport of(DiagnosticCollector found, long records, long names) {
    return new ZoneCheckReport(found.kept(), found.counts(), records, names);
  }

  /** Returns how many findings there are of a severity. */
  public long count(Severity severity) {
    return counts.getOrDefault(severity, 0L);
  }

  /** Returns how many findings there are that the list has no room for. */
  public long omitted() {
    return counts.values().stream().mapToLong(Long::longValue).sum() - findings.size();
  }

  /** Says whether name servers can serve the zone, and it can be signed. */
  public boolean isGood() {
    return count(Severity.ERROR) == 0;
  }
}
