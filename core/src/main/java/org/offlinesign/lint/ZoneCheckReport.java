package org.offlinesign.lint;

import java.util.List;
import java.util.Map;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;

/**
 * What a {@link ZoneCheck} found.
 *
 * @param findings those of each severity that stand first, up to the limit of the request; in the
 *     order of the files
 * @param counts how many there are of each severity, those that are not listed included
 * @param countsByCode how many there are of each code
 * @param records how many records were read; 0 if the file has errors of syntax
 * @param names how many names own them
 */
public record ZoneCheckReport(
    List<Diagnostic> findings,
    Map<Severity, Long> counts,
    Map<LintCode, Long> countsByCode,
    long records,
    long names) {
  /** Copies the list and the maps. */
  public ZoneCheckReport {
    findings = List.copyOf(findings);
    counts = Map.copyOf(counts);
    countsByCode = Map.copyOf(countsByCode);
  }

  static ZoneCheckReport of(FindingCollector found, long records, long names) {
    return new ZoneCheckReport(found.kept(), found.counts(), found.countsByCode(), records, names);
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
