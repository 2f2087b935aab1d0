package org.offlinesign.census;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.offlinesign.key.Algorithm;
import org.offlinesign.key.DigestType;
import org.offlinesign.rdata.Ds;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;
import org.offlinesign.zone.OwnerNode;

/** Counts delegations, and keeps the first of them. */
final class DelegationCount {
  private static final int MOST_DS = 8;

  private final int most;
  private final Map<DelegationSecurity, Long> counts = new EnumMap<>(DelegationSecurity.class);
  private final List<Delegation> listed = new ArrayList<>();

  DelegationCount(int most) {
    this.most = most;
  }

  void add(OwnerNode node) {
    NodeRrset ds = node.rrset(RecordType.DS);
    DelegationSecurity security = security(ds);
    counts.merge(security, 1L, Long::sum);
    if (listed.size() < most) {
      NodeRrset ns = node.rrset(RecordType.NS);
      List<Ds> first = first(ds);
      listed.add(
          new Delegation(
              node.owner(),
              ns == null ? 0 : ns.size(),
              security,
              first,
              ds == null ? 0 : ds.size() - first.size()));
    }
  }

  private static DelegationSecurity security(@Nullable NodeRrset ds) {
    if (ds == null) {
      return DelegationSecurity.INSECURE;
    }
    for (int record = 0; record < ds.size(); record++) {
      if (isKnown(ds.view(record, Ds::from))) {
        return DelegationSecurity.SECURE;
      }
    }
    return DelegationSecurity.UNKNOWN;
  }

  private static boolean isKnown(Ds ds) {
    return Algorithm.of(ds.algorithm()).isPresent() && DigestType.of(ds.digestType()).isPresent();
  }

  private static List<Ds> first(@Nullable NodeRrset rrset) {
    List<Ds> first = new ArrayList<>();
    for (int record = 0; rrset != null && record < Math.min(MOST_DS, rrset.size()); record++) {
      first.add(rrset.view(record, Ds::from));
    }
    return first;
  }

  DelegationFigures figures() {
    return new DelegationFigures(counts, listed);
  }
}
