package org.offlinesign.delegation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.offlinesign.rdata.Dnskey;
import org.offlinesign.rdata.Ds;
import org.offlinesign.rdata.RdataView;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordType;
import org.offlinesign.record.ResourceRecord;

/** DNSKEY and DS records out of a file, which is a stranger's and may have any number of them. */
final class EntryPointRecords {
  static final int MAX_RECORDS = 1000;

  private final List<Dnskey> keys = new ArrayList<>();
  private final List<Ds> ds = new ArrayList<>();

  /** Ends the reading of a file. */
  static final class TooManyRecordsException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Says whether a record is of one of the two types. */
  static boolean include(RecordBuffer record) {
    return record.type() == RecordType.DNSKEY.code() || record.type() == RecordType.DS.code();
  }

  /** Adds a record of one of the two types. */
  void add(ResourceRecord record) throws TooManyRecordsException {
    if (keys.size() + ds.size() == MAX_RECORDS) {
      throw new TooManyRecordsException();
    }
    if (record.type().equals(RecordType.DNSKEY)) {
      keys.add(RdataView.ofWhole(record.rdata(), Dnskey::from));
    } else {
      ds.add(RdataView.ofWhole(record.rdata(), Ds::from));
    }
  }

  boolean areAbsent() {
    return keys.isEmpty() && ds.isEmpty();
  }

  List<Dnskey> keys() {
    return keys;
  }

  List<Ds> ds() {
    return ds;
  }
}
