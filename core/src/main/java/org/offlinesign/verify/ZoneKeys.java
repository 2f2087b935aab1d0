package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * The DNSKEY RRset at the apex, and keys that sign without being in it. Immutable and safe for any
 * thread.
 */
final class ZoneKeys {
  private final List<ApexKey> keys;
  private final List<ApexKey> signers;
  private final Set<ApexKey> anchored;
  private final List<Integer> requiredAlgorithms;

  private ZoneKeys(
      List<ApexKey> keys,
      List<ApexKey> signers,
      Set<ApexKey> anchored,
      List<Integer> requiredAlgorithms) {
    this.keys = List.copyOf(keys);
    this.signers = List.copyOf(signers);
    this.anchored = Set.copyOf(anchored);
    this.requiredAlgorithms = List.copyOf(requiredAlgorithms);
  }

  /** What is known of the keys of a zone before the zone is read. */
  record Known(TrustAnchors anchors, List<Dnskey> unpublished) {}

  /** Reads the keys and reports what is wrong with each. */
  static ZoneKeys of(OwnerNode apex, Known known, CryptoProviders crypto, Findings findings) {
    TrustAnchors anchors = known.anchors();
    NodeRrset rrset = apex.rrset(RecordType.DNSKEY);
    if (rrset == null) {
      return new ZoneKeys(List.of(), List.of(), Set.of(), List.of());
    }
    List<ApexKey> keys = new ArrayList<>();
    for (int record = 0; record < Math.min(rrset.size(), Dnskey.MAX_OF_ZONE); record++) {
      keys.add(ApexKey.of(record, rrset.rdata(record), crypto));
    }
    reportUnchecked(apex, rrset, findings);
    new KeySetCheck(apex, rrset, keys, findings).report();
    List<Integer> required =
        new RequiredAlgorithms(apex, keys, findings).decide(anchors.algorithms());
    new AlgorithmPolicyCheck(apex, rrset, keys).report(required, findings);
    List<ApexKey> signers = new ArrayList<>(keys);
    for (Dnskey key : known.unpublished()) {
      signers.add(ApexKey.of(signers.size(), key.toRdata(), crypto));
    }
    Set<Integer> algorithms = new TreeSet<>(required);
    known.unpublished().stream()
        .filter(key -> !key.isSep())
        .forEach(key -> algorithms.add(key.algorithm()));
    return new ZoneKeys(keys, signers, anchored(keys, anchors), List.copyOf(algorithms));
  }

  private static void reportUnchecked(OwnerNode apex, NodeRrset rrset, Findings findings) {
    if (rrset.size() > Dnskey.MAX_OF_ZONE) {
      findings.add(
          FindingCode.DNSKEY_UNCHECKED,
          Subject.of(apex, rrset, Dnskey.MAX_OF_ZONE),
          "expected at most "
              + Dnskey.MAX_OF_ZONE
              + " DNSKEY records but found "
              + rrset.size()
              + "; the last ones were not looked at");
    }
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

  /** Returns the keys with which signatures are verified: those of the RRset first. */
  List<ApexKey> signers() {
    return signers;
  }

  /**
   * Says whether a signature by a key counts as one by its algorithm: where the RRset has the
   * algorithm, one of a key outside of it is of no use to anybody.
   */
  boolean countsForItsAlgorithm(ApexKey signer) {
    return signer.index() < keys.size()
        || keys.stream().noneMatch(key -> key.dnskey().algorithm() == signer.dnskey().algorithm());
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
