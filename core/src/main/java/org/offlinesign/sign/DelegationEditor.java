package org.offlinesign.sign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildFinding;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildReport;
import org.offlinesign.delegation.ChildStatus;
import org.offlinesign.delegation.DelegationChange;
import org.offlinesign.delegation.DelegationChanges;
import org.offlinesign.delegation.DelegationChanges.Present;
import org.offlinesign.key.CryptoProviders;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.sign.SigningWarning.Code;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;

/** Gives delegations the DS records that the files of their zones, or the zones, ask for. */
final class DelegationEditor {
  /** How many delegations are reported that merely lost their DS records. */
  private static final int MOST_LOST = 1000;

  private final SigningRequest request;
  private final DelegationChanges changes;
  private final Warnings warnings;
  private final Set<DnsName> unseenFiles;
  private final Set<DnsName> unseenZones;
  private final List<ChildReport> reports = new ArrayList<>();
  private final List<DelegationChange> accepted = new ArrayList<>();
  private int lost;

  DelegationEditor(SigningContext context, CryptoProviders providers, ChildKeyFiles files) {
    this.request = context.request();
    this.changes =
        new DelegationChanges(
            files, request.children(), request.digests(), providers, context.now());
    this.warnings = context.warnings();
    this.unseenFiles = new HashSet<>(files.zones());
    this.unseenZones = new HashSet<>(request.children().zones().keySet());
  }

  /** Returns a delegation with the DS records that it is to have. */
  OwnerNode edit(OwnerNode node) throws IOException {
    if (request.dsTreatment() == RecordTreatment.NOCHANGE) {
      return node;
    }
    NodeRrset present = node.rrset(RecordType.DS);
    if (present == null && unseenFiles.isEmpty() && unseenZones.isEmpty()) {
      return node;
    }
    DnsName child = node.owner();
    boolean hasFiles = unseenFiles.remove(child);
    boolean hasZone = unseenZones.remove(child);
    if (hasFiles || hasZone) {
      return edit(node, child, present);
    }
    return present == null || request.dsTreatment() == RecordTreatment.ADD
        ? node
        : withoutDs(node, child, present);
  }

  private OwnerNode edit(OwnerNode node, DnsName child, @Nullable NodeRrset present)
      throws IOException {
    boolean keeps = request.dsTreatment() == RecordTreatment.ADD;
    DelegationChange change =
        changes.decide(
            child, NodeRrset.views(present, Ds::from), keeps ? Present.KEPT : Present.DROPPED);
    ChildReport report = change.report();
    report.findings().forEach(finding -> warnings.add(code(finding), finding.messageWithAdvice()));
    if (report.status() == ChildStatus.REMOVED && report.sources().isEmpty()) {
      warnLost(node);
    }
    reports.add(report);
    if (change.newlyAccepted() != null) {
      accepted.add(change);
    }
    boolean stays = change.keepsPresent() && report.status() == ChildStatus.UNCHANGED;
    if (stays) {
      return node;
    }
    OwnerNode edited = withDs(node, change.keepsPresent() ? present : null, report.after());
    return edited.withCommentsOf(present);
  }

  private static Code code(ChildFinding finding) {
    return switch (finding.code()) {
      case FILE_IGNORED, STALE, DISAGREEING, SHA1, SHA1_ONLY -> Code.CHILD_FILE;
      case CONTRADICTION,
          DIGEST,
          UNKNOWN_ALGORITHM,
          NEW_CHILD,
          NOT_SIGNED,
          REPLAY,
          LEADS_NOWHERE,
          DELETION ->
          Code.CHILD_ZONE;
    };
  }

  private OwnerNode withoutDs(OwnerNode node, DnsName child, NodeRrset present) {
    warnLost(node);
    lost++;
    if (lost <= MOST_LOST) {
      reports.add(
          new ChildReport(
              child, NodeRrset.views(present, Ds::from), List.of(), List.of(), null, List.of()));
    }
    return node.without(RecordType.DS);
  }

  private static OwnerNode withDs(OwnerNode node, @Nullable NodeRrset kept, List<Ds> records) {
    if (records.isEmpty()) {
      return node.without(RecordType.DS);
    }
    NodeRrset ns = node.rrset(RecordType.NS);
    if (ns == null) {
      throw new AssertionError("a delegation has NS records");
    }
    Set<Rdata> rdata = new LinkedHashSet<>();
    records.forEach(ds -> rdata.add(ds.toRdata()));
    // RFC 4035 §2.4: the TTL of the DS RRset should be that of the NS RRset.
    Ttl ttl = new Ttl(kept == null ? ns.ttl() : kept.ttl());
    RrsetMaker maker = new RrsetMaker(RecordClass.of(ns.recordClass()));
    NodeRrset made = maker.of(RecordType.DS, ttl, rdata);
    return node.with(kept == null ? made : made.placedAs(kept));
  }

  private void warnLost(OwnerNode node) {
    warnings.add(
        Code.LOST_DELEGATION,
        "the DS records of "
            + node
            + " are removed and no keyset- or dsset- file in "
            + request.keySets().folder().toAbsolutePath()
            + " replaces them, so that its delegation is no longer secure; put the file there, or"
            + " keep the records with --ds add (/DS Add)");
  }

  /** Returns the children that have files, whose zones are at hand, or that lost DS records. */
  List<ChildReport> reports() {
    return reports;
  }

  /** Returns the children whose requests were accepted and are to be remembered. */
  List<DelegationChange> accepted() {
    return accepted;
  }

  /** Complains of files and zones of names within the zone that are no delegations. */
  void finish() {
    complain(unseenFiles, Code.CHILD_FILE, "the keyset- or dsset- file");
    complain(unseenZones, Code.CHILD_ZONE, "the zone file");
  }

  private void complain(Set<DnsName> unseen, Code code, String what) {
    unseen.stream()
        .filter(name -> name.isAtOrBelow(request.zone()) && !name.equals(request.zone()))
        .sorted(Comparator.comparing(DnsName::canonicalKey))
        .forEach(
            name ->
                warnings.add(
                    code,
                    what
                        + " of "
                        + name
                        + " is ignored, the zone has no delegation of that name; move the file"
                        + " away, or add the child's NS records"));
  }
}
