package org.offlinesign.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.ResourceRecord;
import org.offlinesign.zonefile.Diagnostic;
import org.offlinesign.zonefile.ZoneFileException;
import org.offlinesign.zonefile.ZoneFileOptions;
import org.offlinesign.zonefile.ZoneFileReader;
import org.offlinesign.zonefile.ZoneFileSource;

/**
 * What a reading gave.
 *
 * @param said errors, warnings and notices
 * @param complete whether it went on to the end: nobody wants all records of a {@code $GENERATE}
 */
record Reading(List<Placed> records, List<Diagnostic> said, boolean complete) {
  static final String NAME = "fuzzed";
  private static final int ENOUGH = 3000;

  /** A record with its place. */
  record Placed(ResourceRecord record, int file, int line, int column) {
    static Placed of(RecordBuffer buffer) {
      return new Placed(buffer.toRecord(), buffer.file(), buffer.line(), buffer.column());
    }

    boolean sameOctets(Placed that) {
      return record.equals(that.record) && record.owner().sameOctets(that.record.owner());
    }
  }

  /** Ends a reading that would go on for long. */
  private static final class EnoughException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private interface Way {
    List<Diagnostic> read(ZoneFileReader reader, List<Placed> records)
        throws IOException, ZoneFileException;
  }

  static Reading of(byte[] text, ZoneFileOptions options) throws IOException {
    return of(new ByteArrayInputStream(text), options);
  }

  static Reading of(InputStream text, ZoneFileOptions options) throws IOException {
    ZoneFileSource source = ZoneFileSource.of(NAME, text);
    return run(options, (reader, records) -> reader.read(source, r -> keep(r, records)).notices());
  }

  /** Reads as those do who look for all that is wrong. */
  static Reading ofGoodRecords(byte[] text, ZoneFileOptions options) throws IOException {
    ZoneFileSource source = ZoneFileSource.of(NAME, new ByteArrayInputStream(text));
    return run(
        options,
        (reader, records) -> reader.readGoodRecords(source, r -> keep(r, records)).notices());
  }

  private static void keep(RecordBuffer record, List<Placed> records) throws EnoughException {
    if (records.size() == ENOUGH) {
      throw new EnoughException();
    }
    records.add(Placed.of(record));
  }

  private static Reading run(ZoneFileOptions options, Way way) throws IOException {
    List<Placed> records = new ArrayList<>();
    try {
      return new Reading(records, way.read(new ZoneFileReader(options), records), true);
    } catch (ZoneFileException e) {
      return new Reading(records, e.diagnostics(), true);
    } catch (EnoughException e) {
      return new Reading(records, List.of(), false);
    }
  }

  boolean sameAs(Reading that) {
    if (records.size() != that.records.size() || !Objects.equals(said, that.said)) {
      return false;
    }
    for (int i = 0; i < records.size(); i++) {
      if (!records.get(i).equals(that.records.get(i))
          || !records.get(i).sameOctets(that.records.get(i))) {
        return false;
      }
    }
    return true;
  }
}
