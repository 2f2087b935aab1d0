package org.offlinesign.record;

import java.io.IOException;

/** Receives the records of a zone, one after the other. */
@FunctionalInterface
public interface RecordSink {
  /**
   * Takes one record.
   *
   * @param record valid only during the call
   */
  void accept(RecordBuffer record) throws IOException;
}
