package org.offlinesign.compare;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.offlinesign.compare.ComparisonRequest.Scope;
import org.offlinesign.compare.Difference.Kind;
import org.offlinesign.compare.Difference.Side;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.record.Ttl;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;
import org.offlinesign.zonefile.Place;

/** Compares what two zones have at one name. */
final class NodeComparison {
  private static final int DS = RecordType.DS.code();

  private final ComparisonRequest request;
  private final List<String> firstFiles;
  private final List<String> secondFiles;
  private final Differences differences;
  private long dsNames;

  NodeComparison(
      ComparisonRequest request,
      List<String> firstFiles,
      List<String> secondFiles,
      Differences differences) {
    this.request = request;
    this.firstFiles = firstFiles;
    this.secondFiles = secondFiles;
    this.differences = differences;
  }

  /** Returns how many names have different DS records although these do not count. */
  long dsNames() {
    return dsNames;
  }

  /** Compares a name that both have, or that one has. */
  void compare(@Nullable OwnerNode first, @Nullable OwnerNode second) {
    List<NodeRrset> ours = rrsets(first);
    List<NodeRrset> theirs = rrsets(second);
    int i = 0;
    int j = 0;
    while (i < ours.size() || j < theirs.size()) {
      int type = Math.min(type(ours, i), type(theirs, j));
      NodeRrset our = type(ours, i) == type ? ours.get(i++) : null;
      NodeRrset their = type(theirs, j) == type ? theirs.get(j++) : null;
      compare(new Pair(first, our, second, their), type);
    }
    if (first != null && second != null && request.counts(Scope.CASE)) {
      compareOwners(first, second);
    }
  }

  private static List<NodeRrset> rrsets(@Nullable OwnerNode node) {
    return node == null ? List.of() : node.rrsets();
  }

  private static int type(List<NodeRrset> rrsets, int index) {
    return index < rrsets.size() ? rrsets.get(index).type() : Integer.MAX_VALUE;
  }

  private void compare(Pair pair, int type) {
    if (type == DS && !request.counts(Scope.DS)) {
      if (!pair.hasSameData()) {
        dsNames++;
      }
    } else {
      new RrsetComparison(request, pair, this).run();
    }
  }

  private void compareOwners(OwnerNode first, OwnerNode second) {
    if (!first.owner().sameOctets(second.owner())) {
      NodeRrset our = first.rrsets().get(0);
      NodeRrset their = second.rrsets().get(0);
      Pair pair = new Pair(first, our, second, their);
      add(Kind.CASE, pair, 0, 0);
    }
  }

  /** Adds a difference; a negative number stands for no record. */
  void add(Kind kind, Pair pair, int first, int second) {
    differences.add(
        new Difference(
            kind,
            side(pair.firstNode(), pair.first(), first, firstFiles),
            side(pair.secondNode(), pair.second(), second, secondFiles)));
  }

  private static Optional<Side> side(
      @Nullable OwnerNode node, @Nullable NodeRrset rrset, int record, List<String> files) {
    if (node == null || rrset == null || record < 0) {
      return Optional.empty();
    }
    int ttl = RrsetComparison.ttl(rrset, record);
    return Optional.of(
        new Side(
            new Place(files.get(rrset.file(record)), rrset.line(record), rrset.column(record)),
            new ResourceRecord(
                node.owner(),
                RecordType.of(rrset.type()),
                RecordClass.of(rrset.recordClass()),
                new Ttl(ttl),
                rrset.rdata(record))));
  }

  /** The RRsets of one type that two zones have at one name. */
  record Pair(
      @Nullable OwnerNode firstNode,
      @Nullable NodeRrset first,
      @Nullable OwnerNode secondNode,
      @Nullable NodeRrset second) {

    /** Says whether both have the same records, TTLs aside. */
    boolean hasSameData() {
      if (first == null || second == null || first.size() != second.size()) {
        return false;
      }
      for (int i = 0; i < first.size(); i++) {
        if (RrsetComparison.compareCanonical(first, i, second, i) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
