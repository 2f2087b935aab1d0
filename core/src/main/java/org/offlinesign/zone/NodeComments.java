package org.offlinesign.zone;

import java.util.Arrays;
import org.offlinesign.zonefile.RecordComments;

/** The comments of the records of one name, as it is put together. Not thread safe. */
final class NodeComments {
  /** Those of an RRset whose records have none. */
  static final RecordComments[] NONE = {};

  private RecordComments[] byRecord = NONE;
  private int octets;

  /** Begins a name. */
  void clear() {
    if (octets > 0) {
      byRecord = NONE;
      octets = 0;
    }
  }

  /** Takes over the comments of an entry: a record, or a duplicate of one. */
  void add(int record, RecordEntry entry) {
    if (!entry.hasComments()) {
      return;
    }
    if (record >= byRecord.length) {
      int before = byRecord.length;
      byRecord = Arrays.copyOf(byRecord, Math.max(record + 1, 2 * before));
      Arrays.fill(byRecord, before, byRecord.length, RecordComments.NONE);
    }
    octets -= byRecord[record].length();
    byRecord[record] = byRecord[record].and(entry.comments());
    octets += byRecord[record].length();
  }

  /** Returns how many octets all of them have. */
  int octets() {
    return octets;
  }

  /** Returns those of some records; an empty array if none of them has any. */
  RecordComments[] of(int first, int size) {
    RecordComments[] some = NONE;
    for (int record = 0; record < size && first + record < byRecord.length; record++) {
      RecordComments ofRecord = byRecord[first + record];
      if (ofRecord.length() > 0) {
        some = some.length == 0 ? none(size) : some;
        some[record] = ofRecord;
      }
    }
    return some;
  }

  private static RecordComments[] none(int size) {
    RecordComments[] none = new RecordComments[size];
    Arrays.fill(none, RecordComments.NONE);
    return none;
  }
}
