package org.offlinesign.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.Severity;

/**
 * Collects what a check says: keeps the first diagnostics of each severity up to a limit, so that a
 * bad zone of any size needs no more memory, and counts them all. For one thread.
 */
final class DiagnosticCollector {
  private final int limit;
  private final List<Diagnostic> kept = new ArrayList<>();
  private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

  /**
   * Creates an empty collector.
   *
   * @param limit how many diagnostics of each severity are kept
   */
  DiagnosticCollector(int limit) {
    this.limit = limit;
  }

  /** Counts a diagnostic, and keeps it if it is among the first of its severity. */
  void add(Diagnostic found) {
    if (counts.merge(found.severity(), 1L, Long::sum) <= limit) {
      kept.add(found);
    }
  }

  /** Returns the first diagnostics in the order in which they were added. */
  List<Diagnostic> kept() {
    return List.copyOf(kept);
  }

  /** Returns how many diagnostics there were of each severity, those not kept included. */
  Map<Severity, Long> counts() {
    return new EnumMap<>(counts);
  }
}
