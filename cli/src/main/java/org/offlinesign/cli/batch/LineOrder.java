package org.offlinesign.cli.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;

/**
 * Decides which earlier lines a line has to wait for: those about the same zone, about a zone above
 * it (whose delegations it may read) and about zones below it (whose dsset- files it takes in). A
 * line about no zone waits for all, and all wait for it.
 *
 * @param <L> stands for a line
 */
final class LineOrder<L> {
  private final Map<DnsName, L> last = new HashMap<>();
  private final Map<DnsName, List<L>> below = new HashMap<>();
  private final List<L> all = new ArrayList<>();
  private @Nullable L barrier;

  /** Takes the next line and returns those that must be done before it. */
  Set<L> add(L line, Optional<DnsName> zone) {
    Set<L> before = zone.isPresent() ? beforeZone(zone.get()) : new HashSet<>(all);
    if (barrier != null) {
      before.add(barrier);
    }
    if (zone.isPresent()) {
      remember(line, zone.get());
    } else {
      last.clear();
      below.clear();
      all.clear();
      barrier = line;
    }
    return before;
  }

  private Set<L> beforeZone(DnsName zone) {
    Set<L> before = new HashSet<>(below.getOrDefault(zone, List.of()));
    for (DnsName name : withAncestors(zone)) {
      L earlier = last.get(name);
      if (earlier != null) {
        before.add(earlier);
      }
    }
    return before;
  }

  private void remember(L line, DnsName zone) {
    all.add(line);
    last.put(zone, line);
    // Whoever waits for this line waits for those below the zone, too.
    below.remove(zone);
    List<DnsName> names = withAncestors(zone);
    for (DnsName ancestor : names.subList(1, names.size())) {
      below.computeIfAbsent(ancestor, none -> new ArrayList<>()).add(line);
    }
  }

  private static List<DnsName> withAncestors(DnsName zone) {
    List<DnsName> names = new ArrayList<>(List.of(zone));
    for (DnsName name = zone; !name.isRoot(); ) {
      name = name.parent();
      names.add(name);
    }
    return names;
  }
}
