package org.offlinesign.key;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Other timing for a key of a zone, and what follows from it.
 *
 * @param key the key with the timing that it has
 * @param to the timing that it is to have
 */
public record TimingChange(ZoneKey key, KeyTiming to) {
  /** Two events of which the one should come first, and what it means if it does not. */
  private record Order(KeyEvent first, KeyEvent second, String otherwise) {}

  private static final List<Order> ORDERS =
      List.of(
          new Order(
              KeyEvent.PUBLISH,
              KeyEvent.ACTIVATE,
              "it signs before it is in the zone, which only a change of algorithm needs"),
          new Order(KeyEvent.PUBLISH, KeyEvent.INACTIVE, "it never signs while it is in the zone"),
          new Order(KeyEvent.PUBLISH, KeyEvent.REVOKE, "it is revoked before it is in the zone"),
          new Order(KeyEvent.PUBLISH, KeyEvent.DELETE, "it is never in the zone"),
          new Order(KeyEvent.ACTIVATE, KeyEvent.INACTIVE, "it never signs"),
          new Order(KeyEvent.ACTIVATE, KeyEvent.DELETE, "it never signs"),
          new Order(
              KeyEvent.INACTIVE,
              KeyEvent.DELETE,
              "it signs after it has left the zone, which only a change of algorithm needs"),
          new Order(KeyEvent.REVOKE, KeyEvent.DELETE, "it is never in the zone as a revoked key"),
          new Order(
              KeyEvent.SYNC_PUBLISH,
              KeyEvent.SYNC_DELETE,
              "its CDS and CDNSKEY records are never in the zone"),
          new Order(
              KeyEvent.DS_PUBLISH,
              KeyEvent.DS_REMOVED,
              "the parent is said to have withdrawn its DS record before it had it"));

  /** Returns what is odd about the order of the new times, in words. */
  public List<String> oddities() {
    List<String> oddities = new ArrayList<>();
    for (Order order : ORDERS) {
      Optional<Instant> first = to.at(order.first);
      Optional<Instant> second = to.at(order.second);
      boolean reversed =
          first.isPresent() && second.isPresent() && second.get().isBefore(first.get());
      if (reversed) {
        oddities.add(
            order.second.label() + " comes before " + order.first.label() + ": " + order.otherwise);
      }
    }
    return oddities;
  }

  /**
   * Returns when the change first leaves the zone without an active key of this role, where without
   * it there would be one; empty if it never does.
   *
   * @param others the other keys of the zone
   */
  public Optional<Instant> gap(List<ZoneKey> others, Instant now) {
    TreeSet<Instant> instants = new TreeSet<>(List.of(now));
    instants.addAll(key.timing().events().values());
    instants.addAll(to.events().values());
    others.forEach(other -> instants.addAll(other.timing().events().values()));
    return instants.tailSet(now).stream()
        .filter(instant -> !instant.equals(KeyTiming.UNDECIDED))
        .filter(instant -> isActive(key.timing(), instant) && !isActive(to, instant))
        .filter(instant -> others.stream().noneMatch(other -> standsIn(other, instant)))
        .findFirst();
  }

  private boolean standsIn(ZoneKey other, Instant instant) {
    return other.role() == key.role() && isActive(other.timing(), instant);
  }

  private static boolean isActive(KeyTiming timing, Instant instant) {
    return timing.stateAt(instant) == KeyState.ACTIVE;
  }
}
