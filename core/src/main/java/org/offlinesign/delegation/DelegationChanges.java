package org.offlinesign.delegation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildFinding.Code;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.key.DigestType;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;

/**
 * Decides which DS records a delegation gets, by the files of its child and by what it asks for.
 */
public final class DelegationChanges {
  private final ChildKeyFiles files;
  private final ChildPolicy policy;
  private final Set<DigestType> digests;
  private final CryptoProviders providers;
  private final Instant now;

  /**
   * Creates rules for the delegations of a zone.
   *
   * @param digests which DS records are made of a key
   */
  public DelegationChanges(
      ChildKeyFiles files,
      ChildPolicy policy,
      Set<DigestType> digests,
      CryptoProviders providers,
      Instant now) {
    this.files = files;
    this.policy = policy;
    this.digests = digests;
    this.providers = providers;
    this.now = now;
  }

  /** What becomes of the DS records that are there, if nothing else is known of a child. */
  public enum Present {
    /** They stay. */
    KEPT,
    /** They go. */
    DROPPED
  }

  /** Decides on a delegation with some DS records in the zone file, or none. */
  public DelegationChange decide(DnsName child, List<Ds> inFile, Present present)
      throws IOException {
    ChildZone zone = policy.zones().get(child);
    ChildKeys keys = files.read(child, digests, now, zone);
    // What CDS records asked for once is newer than what the zone file of the parent has.
    List<Ds> before = keys.acceptedSince() == null ? inFile : keys.records();
    if (zone == null) {
      return usual(keys, before, present);
    }
    ChildDecision decision = request(zone, keys, before);
    return decision.isAccepted()
        ? asAsked(zone, keys, before, decision)
        : asBefore(zone, decision, usual(keys, before, presentOf(keys, present)));
  }

  /** A child that was asked and wants no change keeps what it has (RFC 7344 §4.1). */
  private static Present presentOf(ChildKeys keys, Present present) {
    return keys.records().isEmpty() ? Present.KEPT : present;
  }

  private DelegationChange usual(ChildKeys keys, List<Ds> before, Present present) {
    boolean keeps = present == Present.KEPT && keys.acceptedSince() == null;
    List<Ds> after = union(keeps ? before : List.of(), keys.records());
    List<ChildFinding> findings = new ArrayList<>(keys.findings());
    new DsReview(keys.child(), findings).look(after);
    List<String> sources = keys.used().stream().map(Path::toString).toList();
    return new DelegationChange(
        new ChildReport(keys.child(), before, after, sources, null, findings), keeps, null);
  }

  private DelegationChange asBefore(
      ChildZone zone, ChildDecision decision, DelegationChange usual) {
    ChildReport report = usual.report();
    List<ChildFinding> findings = new ArrayList<>(report.findings());
    findings.addAll(decision.findings());
    new DsReview(zone.zone(), findings).lookForWayIn(report.after(), zone, trial(null));
    return new DelegationChange(
        new ChildReport(
            zone.zone(),
            report.before(),
            report.after(),
            report.sources(),
            decision.answer(),
            findings),
        usual.keepsPresent(),
        null);
  }

  private DelegationChange asAsked(
      ChildZone zone, ChildKeys keys, List<Ds> before, ChildDecision decision) {
    List<Ds> after = decision.records();
    List<ChildFinding> findings = new ArrayList<>(keys.findings());
    findings.addAll(decision.findings());
    lookAtAccepted(keys, decision, findings);
    new DsReview(zone.zone(), findings).look(after);
    List<String> sources = List.of(zone.file());
    return new DelegationChange(
        new ChildReport(zone.zone(), before, after, sources, decision.answer(), findings),
        false,
        toKeep(keys, decision));
  }

  private ChildDecision request(ChildZone zone, ChildKeys keys, List<Ds> before) {
    List<Ds> believed = union(before, keys.records());
    ChildRequest request = new ChildRequest(zone, keys, digests, trial(policy.signedSince()));
    return believed.isEmpty() && policy.newChildren().contains(zone.zone())
        ? request.decideForNewChild()
        : request.decide(believed);
  }

  private SignatureTrial trial(@Nullable Instant signedSince) {
    return new SignatureTrial(providers, now, signedSince);
  }

  private static List<Ds> union(Collection<Ds> some, Collection<Ds> more) {
    Set<Ds> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static void lookAtAccepted(
      ChildKeys keys, ChildDecision decision, List<ChildFinding> findings) {
    String files = keys.used().stream().map(Path::toString).collect(Collectors.joining(" and "));
    if (!files.isEmpty() && !tags(keys.records()).equals(tags(decision.records()))) {
      findings.add(
          new ChildFinding(
              Code.DISAGREEING,
              files
                  + " and the CDS records of "
                  + keys.child()
                  + " tell of different keys, "
                  + text(keys.records())
                  + " and "
                  + text(decision.records())
                  + "; the CDS records are followed"));
    }
    if (decision.records().isEmpty()) {
      findings.add(
          new ChildFinding(
              Code.DELETION,
              "the child "
                  + keys.child()
                  + " asked for the end of its DS records (RFC 8078 section 4); its delegation is"
                  + " no longer secure"));
    }
  }

  private static Set<Integer> tags(List<Ds> records) {
    return records.stream().map(Ds::keyTag).collect(Collectors.toSet());
  }

  private static String text(List<Ds> records) {
    return records.isEmpty()
        ? "none"
        : tags(records).stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private @Nullable SignedSince toKeep(ChildKeys keys, ChildDecision decision) {
    SignedSince since = decision.signedSince();
    boolean known =
        since != null
            && since.request().equals(keys.acceptedSince())
            && new HashSet<>(keys.records()).equals(new HashSet<>(decision.records()));
    return policy.keepsAccepted() && !known ? since : null;
  }
}
