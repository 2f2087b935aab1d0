package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Collects findings: keeps the first ones of each severity up to a limit, so that warnings never
 * crowd out an error, and counts them all. For one thread at a time.
 */
final class Findings {
  private final List<String> files;
  private final int limit;
  private final List<Finding> kept = new ArrayList<>();
  private final Map<Severity, Integer> keptBySeverity = new EnumMap<>(Severity.class);
  private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

  /**
   * Creates an empty collection.
   *
   * @param files the names of the files, by the index that records carry
   * @param limit how many findings of each severity are kept
   */
  Findings(List<String> files, int limit) {
    this.files = files;
    this.limit = limit;
  }

  /** Adds a finding. */
  void add(FindingCode code, Subject subject, String message) {
    counts.merge(code, 1L, Long::sum);
    if (hasRoom(code.severity())) {
      Place place = new Place(files.get(subject.file()), subject.line(), subject.column());
      keep(new Finding(code, subject.owner(), subject.type(), place, message));
    }
  }

  private boolean hasRoom(Severity severity) {
    return keptBySeverity.getOrDefault(severity, 0) < limit;
  }

  private void keep(Finding finding) {
    kept.add(finding);
    keptBySeverity.merge(finding.severity(), 1, Integer::sum);
  }

  /** Adds what another collection holds, after what this one holds. */
  void addAll(Findings later) {
    later.counts.forEach((code, count) -> counts.merge(code, count, Long::sum));
    for (Finding finding : later.kept) {
      if (hasRoom(finding.severity())) {
        keep(finding);
      }
    }
  }

  /** Returns the first findings in the order in which they were added. */
  List<Finding> kept() {
    return List.copyOf(kept);
  }

  /** Returns how many findings there were of each code, those that were not kept included. */
  Map<FindingCode, Long> counts() {
    return new EnumMap<>(counts);
  }
}
