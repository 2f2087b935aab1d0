package org.offlinesign.lint;

import java.util.Map;
import org.offlinesign.record.RecordType;

/** Where in the RDATA of the types that lead to other names that name begins. */
final class RdataNames {
  private static final Map<RecordType, Integer> OFFSETS =
      Map.of(
          RecordType.NS, 0,
          RecordType.CNAME, 0,
          RecordType.SOA, 0,
          RecordType.PTR, 0,
          RecordType.DNAME, 0,
          // After the preference; after priority, weight and port; after the priority.
          RecordType.MX, 2,
          RecordType.SRV, 6,
          RecordType.SVCB, 2,
          RecordType.HTTPS, 2);

  private static final int NONE = -1;

  private RdataNames() {}

  /** Says whether RDATA of a type leads to another name. */
  static boolean has(RecordType type) {
    return OFFSETS.containsKey(type);
  }

  /** Returns the offset of the name in the RDATA. */
  static int offset(RecordType type) {
    int offset = OFFSETS.getOrDefault(type, NONE);
    if (offset == NONE) {
      throw new IllegalArgumentException("RDATA of type " + type + " leads to no name");
    }
    return offset;
  }
}
