package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** The DNSKEY RRset at the apex. Immutable and safe for any thread. */
final class ZoneKeys {
  private final List<ApexKey> keys;
  private final Set<ApexKey> anchored;
  private final List<Integer> requiredAlgorithms;

  private ZoneKeys(List<ApexKey> keys, Set<ApexKey> anchored, List<Integer> requiredAlgorithms) {
    this.keys = List.copyOf(keys);
    this.anchored = Set.copyOf(anchored);
    this.requiredAlgorithms = List.copyOf(requiredAlgorithms);
  }

  /** Reads the keys and reports what is wrong with each. */
  static ZoneKeys of(
      OwnerNode apex, TrustAnchors anchors, CryptoProviders crypto, Findings findings) {
    NodeRrset rrset = apex.rrset(RecordType.DNSKEY);
    if (rrset == null) {
      return new ZoneKeys(List.of(), Set.of(), List.of());
    }
    List<ApexKey> keys = new ArrayList<>();
    for (int record = 0; record < rrset.size(); record++) {
      keys.add(ApexKey.of(record, rrset.rdata(record), crypto));
    }
    new KeySetCheck(apex, rrset, keys, findings).report();
    List<Integer> required =
        new RequiredAlgorithms(apex, keys, findings).decide(anchors.algorithms());
    new AlgorithmPolicyCheck(apex, rrset, keys).report(required, findings);
    return new ZoneKeys(keys, anchored(keys, anchors), required);
  }

  private static Set<ApexKey> anchored(List<ApexKey> keys, TrustAnchors anchors) {
    return keys.stream()
        .filter(key -> key.isTrusted() && anchors.include(key.dnskey()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the keys in the order of the RRset. */
  List<ApexKey> all() {
    return keys;
  }

  /** Says whether trust enters the zone by a key, as far as anchors were given. */
  boolean isAnchored(ApexKey key) {
    return anchored.contains(key);
  }

  /** Returns the algorithms that must sign each RRset, ascending. */
  List<Integer> requiredAlgorithms() {
    return requiredAlgorithms;
  }
}
