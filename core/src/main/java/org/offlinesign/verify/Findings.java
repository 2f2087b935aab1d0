package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.zonefile.Place;
import org.offlinesign.zonefile.Severity;

/**
 * Collects findings: keeps the first ones of each code up to a limit, so that one that is wrong all
 * over the zone never crowds out another, and counts them all. For one thread at a time.
 */
final class Findings {
  private static final Comparator<Finding> ORDER =
      Comparator.<Finding, CanonicalKey>comparing(finding -> finding.owner().canonicalKey())
          .thenComparing(Finding::type)
          .thenComparing(Finding::code);

  private final List<String> files;
  private final int limit;
  private final Map<FindingCode, List<Finding>> kept = new EnumMap<>(FindingCode.class);
  private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

  /**
   * Creates an empty collection.
   *
   * @param files the names of the files, by the index that records carry
   * @param limit how many findings of each severity are shown in the end
   */
  Findings(List<String> files, int limit) {
    this.files = files;
    this.limit = limit;
  }

  /** Adds a finding. */
  void add(FindingCode code, Subject subject, String message) {
    counts.merge(code, 1L, Long::sum);
    List<Finding> ofCode = ofCode(code);
    if (ofCode.size() < limit) {
      ofCode.add(new Finding(code, subject.owner(), subject.type(), place(subject), message));
    }
  }

  private List<Finding> ofCode(FindingCode code) {
    return kept.computeIfAbsent(code, c -> new ArrayList<>());
  }

  /** Returns where a subject stands. */
  Place place(Subject subject) {
    return new Place(files.get(subject.file()), subject.line(), subject.column());
  }

  /** Adds what another collection holds, after what this one holds. */
  void addAll(Findings later) {
    later.counts.forEach((code, count) -> counts.merge(code, count, Long::sum));
    later.kept.forEach(
        (code, findings) -> {
          List<Finding> ofCode = ofCode(code);
          ofCode.addAll(findings.subList(0, Math.min(findings.size(), limit - ofCode.size())));
        });
  }

  /**
   * Returns findings of each severity up to the limit, ordered by owner, type and code. Where there
   * are more, each code has the same share, and what some leave of theirs goes to the others.
   */
  List<Finding> kept() {
    List<Finding> shown = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      shown.addAll(share(severity));
    }
    shown.sort(ORDER);
    return List.copyOf(shown);
  }

  private List<Finding> share(Severity severity) {
    List<List<Finding>> fewestFirst =
        kept.entrySet().stream()
            .filter(entry -> entry.getKey().severity() == severity)
            .map(Map.Entry::getValue)
            .sorted(Comparator.comparingInt(List::size))
            .toList();
    List<Finding> shown = new ArrayList<>();
    int codesLeft = fewestFirst.size();
    for (List<Finding> findings : fewestFirst) {
      int room = limit - shown.size();
      int part = (room + codesLeft - 1) / codesLeft;
      shown.addAll(findings.subList(0, Math.min(part, findings.size())));
      codesLeft--;
    }
    return shown;
  }

  /** Returns how many findings there were of each code, those that were not kept included. */
  Map<FindingCode, Long> counts() {
    return new EnumMap<>(counts);
  }
}
