package org.offlinesign.zonefile;

import java.io.IOException;
import org.offlinesign.record.RecordSink;

/**
 * Reads zones in master file format (RFC 1035 §5) with the extensions that BIND and Windows servers
 * have made common.
 *
 * <p>Records stream: memory holds a block of each open file, or its longest record. A fault does
 * not end the reading, so that all of a file's errors are reported at once; records before, between
 * and after the faulty ones have been handed on by then. Records outside the zone are handed on
 * like others, and TTLs that differ within an RRset are left as they are. Thread safe.
 */
public final class ZoneFileReader {
  private final ZoneFileOptions options;

  /** Creates a reader. */
  public ZoneFileReader(ZoneFileOptions options) {
    this.options = options;
  }

  /**
   * Reads a file and the files it includes.
   *
   * @param sink is handed the records in the order of the file, while it is being read
   * @throws ZoneFileException if there was an error in the text, at the end or after too many
   * @throws IOException if the file cannot be read, or the sink throws one
   */
  public ZoneFileSummary read(ZoneFileSource source, RecordSink sink)
      throws IOException, ZoneFileException {
    return new ZoneReading(options, sink).read(source);
  }

  /**
   * Reads what can be read of a file and the files it includes, for those who look for all that is
   * wrong with it.
   *
   * @return a summary whose notices hold the errors in the text as well
   * @throws IOException as {@link #read} does
   */
  public ZoneFileSummary readGoodRecords(ZoneFileSource source, RecordSink sink)
      throws IOException {
    return new ZoneReading(options, sink).readGoodRecords(source);
  }
}
