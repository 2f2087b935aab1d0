package org.offlinesign.delegation;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;

/**
 * Which children are asked what DS records they want, and what is believed of them.
 *
 * @param zones the children whose zones are at hand
 * @param newChildren those that get their first DS records on their own word (RFC 8078 §3)
 * @param signedSince CDS records with older signatures are refused; null if any age will do
 * @param keepsAccepted whether the dsset- file of a child is written anew when its request is
 *     accepted, so that the next signing knows of it
 */
public record ChildPolicy(
    Map<DnsName, ChildZone> zones,
    Set<DnsName> newChildren,
    @Nullable Instant signedSince,
    boolean keepsAccepted) {
  /** No child is asked. */
  public static final ChildPolicy ASKING_NONE = new ChildPolicy(Map.of(), Set.of(), null, false);

  /** Copies the collections. */
  public ChildPolicy {
    zones = Map.copyOf(zones);
    newChildren = Set.copyOf(newChildren);
  }

  /**
   * Returns a policy for some zones.
   *
   * @throws IllegalArgumentException if two are of the same name
   */
  public static Map<DnsName, ChildZone> byName(Collection<ChildZone> zones) {
    Map<DnsName, ChildZone> byName = new HashMap<>();
    for (ChildZone zone : zones) {
      ChildZone other = byName.put(zone.zone(), zone);
      if (other != null) {
        throw new IllegalArgumentException(
            zone.file() + " and " + other.file() + " are both of " + zone.zone());
      }
    }
    return byName;
  }
}
