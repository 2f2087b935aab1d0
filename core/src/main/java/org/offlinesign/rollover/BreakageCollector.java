package org.offlinesign.rollover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Joins what was found at one instant after the other into spans of time. */
final class BreakageCollector {
  private final List<Breakage> closed = new ArrayList<>();
  private Map<Breakage, Instant> open = new LinkedHashMap<>();

  /** Takes what is wrong from an instant on, until the next call. */
  void advance(Instant at, List<Breakage> found) {
    Map<Breakage, Instant> still = new LinkedHashMap<>();
    for (Breakage breakage : found) {
      Breakage timeless = breakage.within(Instant.MIN, Instant.MAX);
      still.put(timeless, open.getOrDefault(timeless, at));
    }
    close(at, still);
    open = still;
  }

  private void close(Instant at, Map<Breakage, Instant> still) {
    open.forEach(
        (timeless, from) -> {
          if (!still.containsKey(timeless)) {
            closed.add(timeless.within(from, at));
          }
        });
  }

  /** Returns everything, in the order of time; what is wrong at the end stays so. */
  List<Breakage> finish() {
    open.forEach((timeless, from) -> closed.add(timeless.within(from, Instant.MAX)));
    closed.sort(Comparator.comparing(Breakage::from));
    return List.copyOf(closed);
  }
}
