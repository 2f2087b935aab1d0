package org.offlinesign.rollover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.offlinesign.delegation.EntryPoints;
import org.offlinesign.key.KeyEvent;
import org.offlinesign.key.ZoneKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/**
 * What the DS RRset of a zone must be after a step.
 *
 * @param present keys that DS records point to; none means that there is no DS record at all
 * @param absent keys that no DS record points to
 */
public record DsWish(List<RolloverKey> present, List<RolloverKey> absent) {
  /** Copies the lists. */
  public DsWish {
    present = List.copyOf(present);
    absent = List.copyOf(absent);
  }

  /** Returns what the actions of a step of the parent ask for. */
  static DsWish of(List<KeyAction> actions) {
    List<RolloverKey> present = new ArrayList<>();
    List<RolloverKey> absent = new ArrayList<>();
    for (KeyAction action : actions) {
      boolean leaves = action.changes().containsKey(KeyEvent.DS_REMOVED);
      (leaves ? absent : present).add(action.key());
    }
    return new DsWish(present, absent);
  }

  /** Returns what is wrong with a DS RRset, in words; empty if it is as wished. */
  Optional<String> mismatch(DnsName zone, List<Ds> found) {
    EntryPoints points = new EntryPoints(zone, List.of(), found);
    List<RolloverKey> missing =
        present.stream().filter(key -> !key.facts().map(is(points)).orElse(false)).toList();
    List<RolloverKey> left =
        absent.stream().filter(key -> key.facts().map(is(points)).orElse(false)).toList();
    if (!missing.isEmpty()) {
      return Optional.of(
          "the parent has no DS record of " + names(missing) + " of " + zone + " yet");
    }
    if (!left.isEmpty()) {
      return Optional.of("the parent still has a DS record of " + names(left) + " of " + zone);
    }
    DsVersion set = new DsVersion("the DS set", found, Duration.ZERO);
    EntryPoints strongest = new EntryPoints(zone, List.of(), set.strongest());
    List<RolloverKey> weak =
        present.stream().filter(key -> !key.facts().map(is(strongest)).orElse(false)).toList();
    if (!weak.isEmpty()) {
      return Optional.of(
          "the parent has DS records of "
              + zone
              + " with a stronger digest than those of "
              + names(weak)
              + ", which some resolvers then pass over");
    }
    return present.isEmpty() && !found.isEmpty()
        ? Optional.of(
            "the parent still has "
                + (found.size() == 1 ? "a DS record" : found.size() + " DS records")
                + " of "
                + zone)
        : Optional.empty();
  }

  private static Function<ZoneKey, Boolean> is(EntryPoints points) {
    return key -> points.include(key.dnskey());
  }

  private static String names(List<RolloverKey> keys) {
    return keys.stream().map(RolloverKey::toString).collect(Collectors.joining(" and "));
  }

  /** Returns the set in words: {@code KSK2 (tag 4711), not KSK1 (tag 815)}. */
  @Override
  public String toString() {
    String set = present.isEmpty() ? "none" : names(present);
    return absent.isEmpty() || present.isEmpty() ? set : set + ", not " + names(absent);
  }
}
