package org.offlinesign.zone;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.offlinesign.name.AsciiCase;
import org.offlinesign.rdata.RdataSchema;
import org.offlinesign.record.RecordBuffer;
import org.offlinesign.record.RecordSink;
import org.offlinesign.wire.WireWriter;

/**
 * Puts the records of a zone into canonical order: by owner (RFC 4034 §6.1), type, and canonical
 * RDATA (RFC 4034 §6.3).
 *
 * <p>Holds at most what its {@link SortBudget} says; a larger zone goes to temporary files. Not
 * thread safe.
 */
public final class ZoneSorter implements RecordSink, Closeable {
  private final EntrySorter sorter;
  private final WireWriter entry = new WireWriter(1024);
  private long records;

  /** Creates an empty sorter. */
  public ZoneSorter(SortBudget budget) {
    this.sorter = new EntrySorter(budget);
  }

  /** Adds a record. */
  @Override
  public void accept(RecordBuffer record) throws IOException {
    entry.clear();
    RecordEntry.writeOwnerAndType(record, entry);
    int ownerKeyLength = entry.length() - RecordEntry.OWNER_TO_RDATA;
    boolean canonical = writeCanonicalRdata(record);
    int keyLength = entry.length();
    RecordEntry.writeRest(record, ownerKeyLength, canonical, entry);
    sorter.add(entry.array(), 0, keyLength, entry.length());
    records++;
  }

  /** Returns whether the RDATA as typed is canonical. */
  private boolean writeCanonicalRdata(RecordBuffer record) {
    WireWriter rdata = record.rdata();
    RdataSchema schema = RdataSchema.of(record.type());
    boolean upper = AsciiCase.hasUpper(rdata.array(), 0, rdata.length());
    if (!upper || !schema.lowersNames()) {
      entry.bytes(rdata);
      return true;
    }
    int start = entry.length();
    schema.canonicalize(rdata.array(), 0, rdata.length(), entry);
    return Arrays.equals(entry.array(), start, entry.length(), rdata.array(), 0, rdata.length());
  }

  /** Returns the records in order; they own the temporary files. Nothing may be added after. */
  public SortedZone finish() throws IOException {
    return new SortedZone(sorter.finish(), records);
  }

  /** Stops the sorter's threads; deletes the temporary files if it was not finished. */
  @Override
  public void close() throws IOException {
    sorter.close();
  }
}
