package org.offlinesign.verify;

import java.io.IOException;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;

/** Passes records on and tells a listener now and then how many there have been. */
final class CountingSink implements RecordSink {
  private static final int RECORDS_BETWEEN = 4096;

  private final RecordSink next;
  private final VerificationListener listener;
  private long records;

  CountingSink(RecordSink next, VerificationListener listener) {
    this.next = next;
    this.listener = listener;
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    next.accept(record);
    records++;
    if (records % RECORDS_BETWEEN == 0) {
      listener.advanced(records, 0);
    }
  }
}
