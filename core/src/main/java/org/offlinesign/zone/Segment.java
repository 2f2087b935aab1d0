package org.offlinesign.zone;

import java.util.Arrays;

/**
 * Collects entries in the order in which they come, until it is full, then sorts them.
 *
 * <p>Holds the octets, and four more for each entry; while it sorts, the octets twice. Not thread
 * safe, but may be handed over from thread to thread.
 */
final class Segment {
  private static final int FIRST_POSITIONS = 1024;

  private final EntryBlocks entries = new EntryBlocks();
  private final int fullBlocks;
  private int[] positions = new int[FIRST_POSITIONS];
  private int count;
  private boolean sorted = true;

  /** Creates a segment that is full at some octets, at least one block. */
  Segment(int octets) {
    this.fullBlocks = Math.max(1, octets / EntryBlocks.BLOCK_OCTETS);
  }

  /**
   * Adds an entry.
   *
   * @return false if there is no room, and nothing was added
   */
  boolean add(byte[] octets, int offset, int keyLength, int length) {
    boolean block = entries.fitsIntoBlock(length);
    if (count == SegmentSort.MAX_ENTRIES || (!block && entries.blocks() == fullBlocks)) {
      return false;
    }
    append(entries.add(octets, offset, keyLength, length));
    return true;
  }

  private void append(int position) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, 2 * count);
    }
    sorted = sorted && (count == 0 || entries.compareKeys(positions[count - 1], position, 0) <= 0);
    positions[count++] = position;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the memory held. */
  long octets() {
    return (long) entries.blocks() * EntryBlocks.BLOCK_OCTETS;
  }

  /** Returns the entries in order, equal ones as they came; the segment must not be used after. */
  MemoryRun sort() {
    if (sorted) {
      return new MemoryRun(entries);
    }
    SegmentSort sort = new SegmentSort(entries, positions, count);
    return new MemoryRun(sort.sort());
  }
}
