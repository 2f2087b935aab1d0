package org.offlinesign.sign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.offlinesign.delegation.ChildKeyFiles;
import org.offlinesign.delegation.ChildKeys;
import org.offlinesign.name.DnsName;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zone.RrsetMaker;

/** Gives delegations the DS records that the files of their zones ask for. */
final class DelegationEditor {
  private final SigningRequest request;
  private final ChildKeyFiles files;
  private final Warnings warnings;
  private final Set<DnsName> unseen;
  private final List<ChildKeys> used = new ArrayList<>();

  DelegationEditor(SigningRequest request, ChildKeyFiles files, Warnings warnings) {
    this.request = request;
    this.files = files;
    this.warnings = warnings;
    this.unseen = new HashSet<>(files.zones());
  }

  /** Returns a delegation with the DS records that it is to have. */
  OwnerNode edit(OwnerNode node) throws IOException {
    if (request.dsTreatment() == RecordTreatment.NOCHANGE) {
      return node;
    }
    NodeRrset present = node.rrset(RecordType.DS);
    if (present == null && unseen.isEmpty()) {
      return node;
    }
    return edit(node, present);
  }

  private OwnerNode edit(OwnerNode node, @Nullable NodeRrset present) throws IOException {
    List<Ds> fromFiles = fromFiles(node.owner());
    NodeRrset kept = request.dsTreatment() == RecordTreatment.ADD ? present : null;
    if (!fromFiles.isEmpty()) {
      return withDs(node, kept, fromFiles);
    }
    if (present == null || kept != null) {
      return node;
    }
    warnLost(node);
    return node.without(RecordType.DS);
  }

  private List<Ds> fromFiles(DnsName child) throws IOException {
    if (!unseen.remove(child)) {
      return List.of();
    }
    ChildKeys keys = files.read(child, request.digests());
    keys.complaints().forEach(text -> warnings.add(SigningWarning.Code.CHILD_FILE, text));
    if (!keys.records().isEmpty()) {
      used.add(keys);
    }
    return keys.records();
  }

  private static OwnerNode withDs(OwnerNode node, @Nullable NodeRrset kept, List<Ds> added) {
    NodeRrset ns = node.rrset(RecordType.NS);
    if (ns == null) {
      throw new AssertionError("a delegation has NS records");
    }
    Set<Rdata> records = new LinkedHashSet<>();
    for (int record = 0; kept != null && record < kept.size(); record++) {
      records.add(kept.rdata(record));
    }
    added.forEach(ds -> records.add(ds.toRdata()));
    // RFC 4035 §2.4: the TTL of the DS RRset should be that of the NS RRset.
    Ttl ttl = new Ttl(kept == null ? ns.ttl() : kept.ttl());
    RrsetMaker maker = new RrsetMaker(RecordClass.of(ns.recordClass()));
    return node.with(maker.of(RecordType.DS, ttl, records));
  }

  private void warnLost(OwnerNode node) {
    warnings.add(
        SigningWarning.Code.LOST_DELEGATION,
        "the DS records of "
            + node
            + " are removed and no keyset- or dsset- file in "
            + request.keySetFolder().toAbsolutePath()
            + " replaces them, so that its delegation is no longer secure; put the file there, or"
            + " keep the records with --ds add (/DS Add)");
  }

  /** Returns the children whose files were used. */
  List<ChildKeys> used() {
    return used;
  }

  /** Complains of files of names within the zone that are no delegations. */
  void finish() {
    unseen.stream()
        .filter(name -> name.isAtOrBelow(request.zone()) && !name.equals(request.zone()))
        .sorted(Comparator.comparing(DnsName::canonicalKey))
        .forEach(
            name ->
                warnings.add(
                    SigningWarning.Code.CHILD_FILE,
                    "the keyset- or dsset- file of "
                        + name
                        + " is ignored, the zone has no delegation of that name"));
  }
}
