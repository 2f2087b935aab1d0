package org.offlinesign.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Severity;

/**
 * What a verification found.
 *
 * @param figures what was looked at
 * @param keys the DNSKEY RRset at the apex, in its canonical order
 * @param horizon how long the RRsets that are valid stay so; empty if the request named no instant
 * @param findings those of each severity up to the limit asked for, in canonical order of the names
 * @param counts how many findings there were of each code, those left out included
 * @param notices what the reader of the file had to say
 */
public record VerificationReport(
    VerificationFigures figures,
    List<KeyFigures> keys,
    Optional<ValidityHorizon> horizon,
    List<Finding> findings,
    Map<FindingCode, Long> counts,
    List<Diagnostic> notices) {
  /** Copies the collections. */
  public VerificationReport {
    keys = List.copyOf(keys);
    findings = List.copyOf(findings);
    counts = Map.copyOf(counts);
    notices = List.copyOf(notices);
  }

  /** Says whether the zone is valid by the protocol, whatever today's policy makes of it. */
  public boolean isValid() {
    return hasNoError(FindingKind.PROTOCOL);
  }

  /**
   * Says whether the zone is valid, and validators that follow today's policy (RFC 9904, 9905,
   * 9276) treat it as signed.
   */
  public boolean acceptedByPolicy() {
    return isValid() && hasNoError(FindingKind.POLICY);
  }

  private boolean hasNoError(FindingKind kind) {
    return counts.keySet().stream()
        .noneMatch(code -> code.kind() == kind && code.severity() == Severity.ERROR);
  }

  /** Returns how many findings of a severity there were, those left out included. */
  public long count(Severity severity) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().severity() == severity)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Returns how many findings were left out because of the limit. */
  public long omittedFindings() {
    return counts.values().stream().mapToLong(Long::longValue).sum() - findings.size();
  }
}
