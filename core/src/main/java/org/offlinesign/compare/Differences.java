package org.offlinesign.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.compare.Difference.Kind;

/** Keeps the first differences up to a limit, and counts them all. */
final class Differences {
  private final int limit;
  private final List<Difference> kept = new ArrayList<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  Differences(int limit) {
    this.limit = limit;
  }

  void add(Difference difference) {
    counts.merge(difference.kind(), 1L, Long::sum);
    if (kept.size() < limit) {
      kept.add(difference);
    }
  }

  List<Difference> kept() {
    return kept;
  }

  Map<Kind, Long> counts() {
    return counts;
  }
}
