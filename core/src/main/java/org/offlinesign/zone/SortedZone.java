package org.offlinesign.zone;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * All records of a zone in canonical order.
 *
 * <p>Holds what of them fits into the {@link SortBudget}, and temporary files for the rest, which
 * {@link #close()} deletes.
 */
public final class SortedZone implements Closeable {
  private final SortedEntries entries;
  private final long records;

  SortedZone(SortedEntries entries, long records) {
    this.entries = entries;
    this.records = records;
  }

  /** Returns a cursor before the first name; several may be in use at the same time. */
  public ZoneCursor open() {
    return new ZoneCursor(entries.open(), null);
  }

  /** Returns a cursor that tells of each record which it drops because an equal one is there. */
  public ZoneCursor open(Consumer<Duplicate> duplicates) {
    return new ZoneCursor(entries.open(), duplicates);
  }

  /** Returns how many records there are, duplicates included. */
  public long records() {
    return records;
  }

  /** Returns how many octets were written to disk; 0 if everything stayed in memory. */
  public long spilledOctets() {
    return entries.spilledOctets();
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
