package org.offlinesign.sign;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.offlinesign.key.Algorithm;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.record.RecordType;

/**
 * Whether the keys of a plan sign all that a DNSKEY RRset promises: each RRset by each algorithm
 * (RFC 4035 §2.2, RFC 6840 §5.11).
 */
final class KeyCoverage {
  private final KeyPlan plan;
  private final List<Dnskey> published;

  KeyCoverage(KeyPlan plan, List<Dnskey> published) {
    this.plan = plan;
    this.published = published;
  }

  /** Refuses a plan that would leave a signature out, and says which key is missing. */
  void check() throws KeyPlanException {
    refuseUnpublishedSigner();
    refuseWithoutPublishedSigner();
    refusePublishedAgainstPlan();
    // A key that signs everything signs the DNSKEY RRset too, so that needs no check of its own.
    for (Algorithm algorithm : algorithms()) {
      if (!signed(algorithm, PlannedKey::signsEverything)) {
        throw unsignedZone(algorithm);
      }
    }
  }

  private void refuseWithoutPublishedSigner() throws KeyPlanException {
    boolean signs = plan.keys().stream().anyMatch(key -> key.signingKey() != null);
    if (signs && published.isEmpty()) {
      throw new KeyPlanException(
          "no key that signs is to be in the zone, so that nobody could check any signature",
          "name a key with --signkey (/SignKey) besides --signkey-unpublished");
    }
  }

  private void refusePublishedAgainstPlan() throws KeyPlanException {
    for (PlannedKey key : plan.keys()) {
      if (!key.isPublished() && published.contains(key.dnskey())) {
        throw new KeyPlanException(
            "the key "
                + key.key()
                + " is to sign without being in the zone, whose DNSKEY RRset has it",
            "use --dnskey replace or add (/DnsKey Replace or Add)");
      }
    }
  }

  private void refuseUnpublishedSigner() throws KeyPlanException {
    for (PlannedKey key : plan.keys()) {
      boolean signs = key.signingKey() != null && key.isPublished();
      if (signs && !published.contains(key.dnskey())) {
        throw new KeyPlanException(
            "the key "
                + key.key()
                + " signs but is not in the zone's DNSKEY RRset, so that nobody could check its"
                + " signatures",
            "use --dnskey add (/DnsKey Add)");
      }
    }
  }

  /** Returns the algorithms that can be signed with, lowest number first. */
  private Set<Algorithm> algorithms() {
    return published.stream()
        .flatMap(key -> Algorithm.of(key.algorithm()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the keys whose algorithm is not known here: they stay, but nothing is signed. */
  List<Dnskey> unknown() {
    return published.stream().filter(key -> Algorithm.of(key.algorithm()).isEmpty()).toList();
  }

  private boolean signed(Algorithm algorithm, Predicate<PlannedKey> signs) {
    return plan.keys().stream()
        .anyMatch(
            key ->
                signs.test(key)
                    && key.isPublished()
                    && !key.dnskey().isRevoked()
                    && key.dnskey().algorithm() == algorithm.number());
  }

  private KeyPlanException unsignedZone(Algorithm algorithm) {
    boolean signsDnskey = signed(algorithm, key -> key.signsAtApex(RecordType.DNSKEY.code()));
    String keys =
        published.stream()
            .filter(key -> key.algorithm() == algorithm.number())
            .map(key -> key.keyTag() + (key.isSep() ? " (KSK)" : " (ZSK)"))
            .collect(Collectors.joining(", "));
    String fault =
        signsDnskey
            ? "no " + algorithm + " key signs the zone's data, only its DNSKEY RRset: " + keys
            : "the zone publishes " + algorithm + " keys but none signs: " + keys;
    return new KeyPlanException(
        fault
            + "; every algorithm of the DNSKEY RRset must sign every RRset (RFC 4035 section 2.2)",
        "name a ZSK with --signkey (/SignKey), or let one key sign everything with --signkey-allrr"
            + " (/SignKey /AllRR)");
  }
}
