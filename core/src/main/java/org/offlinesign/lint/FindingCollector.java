package org.offlinesign.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.LintCode;
import org.offlinesign.zonefile.Severity;

/**
 * Collects what a check says: keeps the findings of each severity that stand first in the files, up
 * to a limit, so that a bad zone of any size needs no more memory, and counts them all. For one
 * thread.
 */
final class FindingCollector {
  private final LintPolicy policy;
  private final int limit;
  private final Comparator<Diagnostic> fileOrder;
  private final Map<Severity, PriorityQueue<Diagnostic>> kept = new EnumMap<>(Severity.class);
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);
  private final Map<LintCode, Long> countsByCode = new EnumMap<>(LintCode.class);

  /**
   * Creates an empty collector.
   *
   * @param limit how many findings of each severity are kept
   * @param files the names of the files in the order in which they were opened
   */
  FindingCollector(LintPolicy policy, int limit, List<String> files) {
    this.policy = policy;
    this.limit = limit;
    Map<String, Integer> indexes = new HashMap<>();
    for (String file : files) {
      indexes.putIfAbsent(file, indexes.size());
    }
    this.fileOrder =
        Comparator.<Diagnostic>comparingInt(found -> indexes.getOrDefault(found.file(), 0))
            .thenComparingInt(Diagnostic::line)
            .thenComparingInt(Diagnostic::column)
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);
  }

  /** Counts a finding, and keeps it if it is among the first of its severity. */
  void add(Diagnostic found) {
    policy.apply(found).ifPresent(this::take);
  }

  private void take(Diagnostic judged) {
    counts.merge(judged.severity(), 1L, Long::sum);
    countsByCode.merge(judged.code(), 1L, Long::sum);
    PriorityQueue<Diagnostic> last =
        kept.computeIfAbsent(
            judged.severity(), severity -> new PriorityQueue<>(fileOrder.reversed()));
    last.add(judged);
    if (last.size() > limit) {
      last.remove();
    }
  }

  /** Returns the findings that were kept, in the order of the files. */
  List<Diagnostic> kept() {
    List<Diagnostic> all = new ArrayList<>();
    kept.values().forEach(all::addAll);
    all.sort(fileOrder);
    return all;
  }

  /** Returns how many findings there were of each severity, those not kept included. */
  Map<Severity, Long> counts() {
    return counts;
  }

  /** Returns how many findings there were of each code, those not kept included. */
  Map<LintCode, Long> countsByCode() {
    return countsByCode;
  }
}
