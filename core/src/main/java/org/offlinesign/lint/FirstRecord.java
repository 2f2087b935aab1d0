package org.offlinesign.lint;

import java.io.IOException;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.record.RecordType;

/** Hands records on and remembers of which type the first one was. */
final class FirstRecord implements RecordSink {
  private static final int NONE_YET = -1;

  private final RecordSink next;
  private int type = NONE_YET;

  FirstRecord(RecordSink next) {
    this.next = next;
  }

  @Override
  public void accept(RecordBuffer record) throws IOException {
    if (type == NONE_YET) {
      type = record.type();
    }
    next.accept(record);
  }

  /** Says whether there was a record, and the first was of a type. */
  boolean isOfType(RecordType wanted) {
    return type == wanted.code();
  }
}
