package org.offlinesign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** The DNSKEY RRset at the apex. Immutable and safe for any thread. */
final class ZoneKeys {
  private final List<ApexKey> keys;
  private final List<Integer> requiredAlgorithms;

  private ZoneKeys(List<ApexKey> keys) {
    this.keys = List.copyOf(keys);
    this.requiredAlgorithms = List.copyOf(requiredAlgorithms(keys));
  }

  /** Reads the keys and reports what is wrong with each. */
  static ZoneKeys of(OwnerNode apex, CryptoProviders crypto, Findings findings) {
    NodeRrset rrset = apex.rrset(RecordType.DNSKEY);
    if (rrset == null) {
      return new ZoneKeys(List.of());
    }
    List<ApexKey> keys = new ArrayList<>();
    for (int record = 0; record < rrset.size(); record++) {
      ApexKey key = ApexKey.of(record, rrset.rdata(record), crypto);
      reportFaults(key, keys, Subject.of(apex, rrset, record), findings);
      keys.add(key);
    }
    return new ZoneKeys(keys);
  }

  private static void reportFaults(
      ApexKey key, List<ApexKey> earlier, Subject subject, Findings findings) {
    if (key.dnskey().protocol() != Dnskey.PROTOCOL) {
      findings.add(
          FindingCode.DNSKEY_PROTOCOL,
          subject,
          "expected protocol 3 but found " + key.dnskey().protocol());
    }
    switch (key.usability()) {
      case UNSUPPORTED ->
          findings.add(
              FindingCode.ALGORITHM_UNSUPPORTED,
              subject,
              "signatures by " + key + " cannot be checked by this program");
      case MALFORMED ->
          findings.add(
              FindingCode.DNSKEY_UNUSABLE, subject, "no signature can be checked with " + key);
      case USABLE -> {}
    }
    for (ApexKey other : earlier) {
      if (other.isNamedBy(key.keyTag(), key.dnskey().algorithm())) {
        findings.add(
            FindingCode.DNSKEY_TAG_COLLISION, subject, "another key has the tag of " + key);
        break;
      }
    }
  }

  // RFC 4035 §2.2: a signature by each algorithm of the DNSKEY RRset. What cannot be verified is
  // asked for only where there is nothing else, since a validator would look past it as well.
  private static Set<Integer> requiredAlgorithms(List<ApexKey> keys) {
    Set<Integer> supported = new TreeSet<>();
    Set<Integer> unsupported = new TreeSet<>();
    for (ApexKey key : keys) {
      if (key.isTrusted()) {
        boolean isUnsupported = key.usability() == ApexKey.Usability.UNSUPPORTED;
        (isUnsupported ? unsupported : supported).add(key.dnskey().algorithm());
      }
    }
    return supported.isEmpty() ? unsupported : supported;
  }

  /** Returns the keys in the order of the RRset. */
  List<ApexKey> all() {
    return keys;
  }

  /** Returns the algorithms that must sign each RRset, ascending. */
  List<Integer> requiredAlgorithms() {
    return requiredAlgorithms;
  }
}
