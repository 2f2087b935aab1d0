package org.offlinesign.zone;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the names of a zone in canonical order.
 *
 * <p>Holds one name with its records. Of duplicates (RFC 2181 §5.1), whose canonical RDATA is the
 * same, the one read first is kept, with the lowest TTL. Not thread safe; the nodes are.
 */
public final class ZoneCursor {
  private final EntryCursor entries;
  private final @Nullable Consumer<Duplicate> duplicateSink;
  private final RecordEntry entry = new RecordEntry();
  private final NodeBuilder node = new NodeBuilder();
  private boolean atEntry;
  private boolean atEnd;
  private long duplicates;

  ZoneCursor(EntryCursor entries, @Nullable Consumer<Duplicate> duplicateSink) {
    this.entries = entries;
    this.duplicateSink = duplicateSink;
  }

  /** Returns the next name that owns records; null after the last. */
  public @Nullable OwnerNode next() throws IOException {
    if (!atEntry && !advance()) {
      return null;
    }
    node.begin(entry);
    do {
      if (node.repeats(entry)) {
        if (duplicateSink != null) {
          duplicateSink.accept(node.duplicate(entry));
        }
        node.addDuplicate(entry);
        duplicates++;
      } else {
        node.add(entry);
      }
    } while (advance() && node.owns(entry));
    return node.build();
  }

  private boolean advance() throws IOException {
    atEntry = !atEnd && entries.advance();
    atEnd = !atEntry;
    if (atEntry) {
      entry.show(entries);
    }
    return atEntry;
  }

  /** Returns how many records were dropped so far because an equal one was there. */
  public long duplicates() {
    return duplicates;
  }
}
