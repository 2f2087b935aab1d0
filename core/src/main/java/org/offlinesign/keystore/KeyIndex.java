package org.offlinesign.keystore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.offlinesign.name.DnsName;

/**
 * Finds the keys of a zone, or of a name, among those of thousands of others. Immutable.
 *
 * <p>Keys that equal each other are in the order of the store.
 */
final class KeyIndex {
  private final Map<DnsName, List<StoredKey>> byZone = new HashMap<>();
  private final Map<String, List<StoredKey>> byName = new HashMap<>();
  private final List<StoredKey> all;
  private final List<StoredKey> ofNoZone = new ArrayList<>();

  KeyIndex(List<StoredKey> keys) {
    all = keys;
    for (StoredKey key : keys) {
      key.zoneAsSaid()
          .ifPresentOrElse(
              zone -> byZone.computeIfAbsent(zone, none -> new ArrayList<>()).add(key),
              () -> ofNoZone.add(key));
      key.friendlyName()
          .ifPresent(
              name -> byName.computeIfAbsent(folded(name), none -> new ArrayList<>()).add(key));
    }
  }

  /** Returns the keys of a zone. */
  List<StoredKey> ofZone(DnsName zone) {
    return byZone.getOrDefault(zone, List.of()).stream()
        .filter(key -> key.facts().isPresent())
        .toList();
  }

  /** Returns the keys that may be the same as another one. */
  List<StoredKey> alike(StoredKey key) {
    return key.zoneAsSaid()
        .map(zone -> byZone.getOrDefault(zone, List.of()))
        .map(ofZone -> Stream.concat(ofZone.stream(), ofNoZone.stream()).toList())
        .orElse(all);
  }

  /** Returns the keys with a friendly name in any case. */
  List<StoredKey> named(String friendlyName) {
    return byName.getOrDefault(folded(friendlyName), List.of());
  }

  /** Returns the one key that a selector names. */
  StoredKey find(KeySelector selector) throws KeySelectionException {
    List<StoredKey> candidates = selector.friendlyName().map(this::named).orElse(all);
    boolean found = candidates.stream().anyMatch(selector::matches);
    // A refusal lists all keys, and not only those of the same name.
    return selector.select(found ? candidates : all);
  }

  /** Returns the same for names that {@link String#equalsIgnoreCase} finds equal. */
  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
