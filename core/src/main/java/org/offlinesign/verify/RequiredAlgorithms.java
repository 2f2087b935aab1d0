package org.offlinesign.verify;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.offlinesign.key.Algorithm;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.OwnerNode;

/** Decides by which algorithms each RRset of a zone must be signed. */
final class RequiredAlgorithms {
  private final OwnerNode apex;
  private final Findings findings;
  private final Set<Integer> supported = new TreeSet<>();
  private final Set<Integer> unsupported = new TreeSet<>();

  RequiredAlgorithms(OwnerNode apex, List<ApexKey> keys, Findings findings) {
    this.apex = apex;
    this.findings = findings;
    for (ApexKey key : keys) {
      if (key.isTrusted()) {
        boolean isUnsupported = key.usability() == ApexKey.Usability.UNSUPPORTED;
        (isUnsupported ? unsupported : supported).add(key.dnskey().algorithm());
      }
    }
  }

  /**
   * Returns the algorithms of the DNSKEY RRset (RFC 4035 §2.2), with two exceptions, which are
   * reported: those that cannot be verified while others can, as a validator looks past them too,
   * and those that sign nothing at the apex while others do.
   *
   * @param anchored algorithms of trust anchors, which are never excepted (RFC 6840 §5.11)
   */
  List<Integer> decide(Set<Integer> anchored) {
    if (supported.isEmpty() && unsupported.isEmpty()) {
      report(FindingCode.DNSKEY_MISSING, "expected a zone key that is not revoked but found none");
      return List.of();
    }
    if (supported.isEmpty()) {
      report(
          FindingCode.ALGORITHMS_ALL_UNSUPPORTED,
          "no signature of this zone can be checked by this program");
      return List.copyOf(unsupported);
    }
    return withoutUnused(anchored);
  }

  // RFC 6840 §5.11 holds signers to every algorithm, but forbids validators to insist: a key that
  // waits to be used, or is there for others, breaks no answer.
  private List<Integer> withoutUnused(Set<Integer> anchored) {
    Set<Integer> used = algorithmsAtApex();
    used.addAll(anchored);
    used.retainAll(supported);
    if (used.isEmpty()) {
      return List.copyOf(supported);
    }
    for (int algorithm : supported) {
      if (!used.contains(algorithm)) {
        report(
            FindingCode.ALGORITHM_UNUSED,
            "a key of "
                + Algorithm.nameOf(algorithm)
                + " is published, but the zone is not signed by that algorithm");
      }
    }
    return List.copyOf(used);
  }

  private Set<Integer> algorithmsAtApex() {
    Set<Integer> algorithms = new TreeSet<>();
    for (RrsigCursor rrsig = new RrsigCursor(apex); !rrsig.isAtEnd(); rrsig.advance()) {
      algorithms.add(rrsig.algorithm());
    }
    return algorithms;
  }

  private void report(FindingCode code, String message) {
    findings.add(code, Subject.missing(apex, RecordType.DNSKEY), message);
  }
}
