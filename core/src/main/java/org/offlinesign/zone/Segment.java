package org.offlinesign.zone;

import java.util.Arrays;

/**
 * Collects entries in the order in which they come, until it is full, then sorts them.
 *
 * <p>Holds the octets in small blocks, because a large array is a burden on a small heap, and four
 * octets more for each entry. Not thread safe, but may be handed over from thread to thread.
 */
final class Segment {
  static final int BLOCK_BITS = 18;
  static final int BLOCK_OCTETS = 1 << BLOCK_BITS;

  /** The longest entry in octets. */
  static final int MAX_ENTRY_OCTETS = BLOCK_OCTETS - EntryOctets.HEADER;

  private static final int FIRST_POSITIONS = 1024;

  private final byte[][] blocks;
  private int blockCount;
  private int freeInBlock;
  private int[] positions = new int[FIRST_POSITIONS];
  private int count;
  private boolean sorted = true;

  /** Creates a segment that is full at some octets, at least one block. */
  Segment(int octets) {
    this.blocks = new byte[Math.max(1, octets >> BLOCK_BITS)][];
  }

  /**
   * Adds an entry.
   *
   * @return false if there is no room, and nothing was added
   */
  boolean add(byte[] octets, int offset, int keyLength, int length) {
    int needed = EntryOctets.HEADER + length;
    if (count == SegmentSort.MAX_ENTRIES || (needed > freeInBlock && !addBlock())) {
      return false;
    }
    byte[] block = blocks[blockCount - 1];
    int at = BLOCK_OCTETS - freeInBlock;
    EntryOctets.write(block, at, octets, offset, keyLength, length);
    freeInBlock -= needed;
    append((blockCount - 1) << BLOCK_BITS | at);
    return true;
  }

  private boolean addBlock() {
    if (blockCount == blocks.length) {
      return false;
    }
    blocks[blockCount++] = new byte[BLOCK_OCTETS];
    freeInBlock = BLOCK_OCTETS;
    return true;
  }

  private void append(int position) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, Math.min(2 * count, SegmentSort.MAX_ENTRIES));
    }
    sorted = sorted && (count == 0 || compare(positions[count - 1], position) <= 0);
    positions[count++] = position;
  }

  private int compare(int a, int b) {
    return compareKeys(blocks, a, b, 0);
  }

  /** Compares the sort keys of two entries from an octet on. */
  static int compareKeys(byte[][] blocks, int a, int b, int depth) {
    byte[] blockA = blocks[a >>> BLOCK_BITS];
    byte[] blockB = blocks[b >>> BLOCK_BITS];
    int headerA = a & BLOCK_OCTETS - 1;
    int headerB = b & BLOCK_OCTETS - 1;
    int startA = headerA + EntryOctets.HEADER;
    int startB = headerB + EntryOctets.HEADER;
    return Arrays.compareUnsigned(
        blockA,
        startA + depth,
        startA + EntryOctets.keyLength(blockA, headerA),
        blockB,
        startB + depth,
        startB + EntryOctets.keyLength(blockB, headerB));
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns the memory held. */
  long octets() {
    return (long) blockCount * BLOCK_OCTETS + (long) positions.length * Integer.BYTES;
  }

  /** Returns the entries in order, equal ones as they came; the segment must not be used after. */
  MemoryRun sort() {
    if (!sorted) {
      new SegmentSort(blocks, positions, count).sort();
    }
    return new MemoryRun(blocks, positions, count);
  }
}
