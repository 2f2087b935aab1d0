package org.offlinesign.verify;

import java.util.List;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/**
 * Checks that of the keys with the SEP flag one signs the DNSKEY RRset, for each algorithm that has
 * such keys.
 *
 * <p>The flag has no meaning to validators (RFC 6840 §6.2), but it is what a parent goes by: if its
 * DS record names a key that does not sign the DNSKEY RRset, the whole zone is bogus.
 */
final class EntryPointCheck {
  private final OwnerNode apex;
  private final ZoneKeys keys;

  EntryPointCheck(OwnerNode apex, ZoneKeys keys) {
    this.apex = apex;
    this.keys = keys;
  }

  /** Reports, once all signatures have been checked. */
  void report(NodeOutcome total) {
    for (int algorithm : keys.requiredAlgorithms()) {
      List<ApexKey> entryPoints = entryPoints(algorithm);
      if (!entryPoints.isEmpty() && entryPoints.stream().noneMatch(total.tally()::signsKeySet)) {
        report(entryPoints.get(0), total.findings());
      }
    }
  }

  private List<ApexKey> entryPoints(int algorithm) {
    return keys.all().stream()
        .filter(key -> key.dnskey().algorithm() == algorithm && key.dnskey().isSep())
        .filter(key -> key.isTrusted() && key.usability() == ApexKey.Usability.USABLE)
        .toList();
  }

  private void report(ApexKey key, Findings findings) {
    NodeRrset rrset = apex.rrset(RecordType.DNSKEY);
    if (rrset != null) {
      findings.add(
          FindingCode.ENTRY_POINT_UNUSED,
          Subject.of(apex, rrset, key.index()),
          "expected a valid signature of the DNSKEY RRset by " + key + " but found none");
    }
  }
}
