package org.offlinesign.census;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The child zones of a zone.
 *
 * @param counts how many there are of each kind; one that there is none of may be missing
 * @param listed the first of them in canonical order
 */
public record DelegationFigures(Map<DelegationSecurity, Long> counts, List<Delegation> listed) {
  /** Copies both. */
  public DelegationFigures {
    Map<DelegationSecurity, Long> copy = new EnumMap<>(DelegationSecurity.class);
    copy.putAll(counts);
    counts = Map.copyOf(copy);
    listed = List.copyOf(listed);
  }

  /** Returns how many child zones of a kind there are. */
  public long count(DelegationSecurity security) {
    return counts.getOrDefault(security, 0L);
  }

  /** Returns how many child zones there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
