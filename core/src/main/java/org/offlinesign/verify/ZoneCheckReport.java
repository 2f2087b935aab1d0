package org.offlinesign.verify;

import java.util.List;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Severity;

/**
 * What a {@link ZoneCheck} found.
 *
 * @param records how many records were read; 0 if the file has errors of syntax
 * @param names how many names own them
 */
public record ZoneCheckReport(List<Diagnostic> findings, long records, long names) {
  /** Copies the list. */
  public ZoneCheckReport {
    findings = List.copyOf(findings);
  }

  /** Returns how many findings there are of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** Says whether name servers can serve the zone, and it can be signed. */
  public boolean isGood() {
    return count(Severity.ERROR) == 0;
  }
}
