package org.offlinesign.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.offlinesign.record.RecordType;
import org.offlinesign.zone.NodeRrset;

/** Counts records by their type, and the octets of them. */
final class TypeCount {
  /** Type, class, TTL and the length of the RDATA (RFC 1035 §3.2.1). */
  private static final int FIXED_OCTETS = 10;

  private final Map<RecordType, Amount> amounts = new HashMap<>();

  private static final class Amount {
    private long records;
    private long octets;
  }

  /**
   * Counts the records of an RRset.
   *
   * @param ownerLength how many octets the owner has in each
   */
  void add(NodeRrset rrset, int ownerLength) {
    Amount amount = amounts.computeIfAbsent(RecordType.of(rrset.type()), type -> new Amount());
    amount.records += rrset.size();
    for (int record = 0; record < rrset.size(); record++) {
      amount.octets += ownerLength + FIXED_OCTETS + rrset.rdataLength(record);
    }
  }

  /** Returns what each type takes, the largest first. */
  List<TypeFigures> figures() {
    List<TypeFigures> figures = new ArrayList<>();
    amounts.forEach(
        (type, amount) -> figures.add(new TypeFigures(type, amount.records, amount.octets)));
    figures.sort(
        Comparator.comparingLong(TypeFigures::octets).reversed().thenComparing(TypeFigures::type));
    return figures;
  }
}
