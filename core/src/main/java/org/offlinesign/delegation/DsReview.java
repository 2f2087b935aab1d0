package org.offlinesign.delegation;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/** Looks at the DS records that a delegation is to have. */
final class DsReview {
  private final DnsName child;
  private final List<ChildFinding> findings;

  /**
   * @param findings where what is wrong is added to
   */
  DsReview(DnsName child, List<ChildFinding> findings) {
    this.child = child;
    this.findings = findings;
  }

  /** Looks at digests and algorithms. */
  void look(Collection<Ds> records) {
    if (records.isEmpty()) {
      return;
    }
    boolean told =
        findings.stream().anyMatch(f -> f.code() == Code.SHA1 || f.code() == Code.SHA1_ONLY);
    if (!told && records.stream().allMatch(ds -> ds.digestType() == DigestType.SHA1.number())) {
      add(
          Code.SHA1_ONLY,
          "all DS records of "
              + child
              + " have SHA-1 digests, which must not be used for delegation (RFC 9905)");
    }
    lookForUnknown(records);
  }

  private void lookForUnknown(Collection<Ds> records) {
    String digests =
        records.stream()
            .map(Ds::digestType)
            .filter(type -> DigestType.of(type).isEmpty())
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!digests.isEmpty()) {
      add(Code.DIGEST, "DS records of " + child + " have digest types not known here: " + digests);
    }
    String algorithms =
        records.stream()
            .map(Ds::algorithm)
            .filter(number -> Algorithm.of(number).isEmpty())
            .distinct()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    if (!algorithms.isEmpty()) {
      add(
          Code.UNKNOWN_ALGORITHM,
          "DS records of " + child + " have algorithms not known here: " + algorithms);
    }
  }

  /** Looks whether the records lead into the child's zone. What is not known leads nowhere. */
  void lookForWayIn(Collection<Ds> records, ChildZone zone, SignatureTrial trial) {
    boolean followed = records.stream().anyMatch(DsReview::isFollowed);
    if (followed && new WayIn(zone, trial).algorithms(records).isEmpty()) {
      add(
          Code.LEADS_NOWHERE,
          "no DS record of "
              + child
              + " leads to a key that signs the DNSKEY records in "
              + zone.file()
              + ": whoever validates cannot resolve the child");
    }
  }

  /** Validators treat a child whose DS records are all of unknown kinds as not signed. */
  private static boolean isFollowed(Ds ds) {
    return DigestType.of(ds.digestType()).isPresent() && Algorithm.of(ds.algorithm()).isPresent();
  }

  private void add(Code code, String text) {
    findings.add(new ChildFinding(code, text));
  }
}
