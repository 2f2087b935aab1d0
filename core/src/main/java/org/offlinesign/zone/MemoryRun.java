package org.offlinesign.zone;

import java.util.Arrays;

/** A sorted segment. */
final class MemoryRun implements SortedRun {
  private final byte[][] blocks;
  private final int[] positions;
  private final int count;

  /** Takes over the arrays of a segment that holds at least one entry. */
  MemoryRun(byte[][] blocks, int[] positions, int count) {
    this.blocks = blocks;
    this.positions = positions;
    this.count = count;
  }

  @Override
  public EntryCursor open(int bufferOctets) {
    return new Cursor();
  }

  @Override
  public byte[] firstKey() {
    return key(positions[0]);
  }

  @Override
  public byte[] lastKey() {
    return key(positions[count - 1]);
  }

  private byte[] key(int position) {
    byte[] block = blocks[position >>> Segment.BLOCK_BITS];
    int header = position & Segment.BLOCK_OCTETS - 1;
    int start = header + EntryOctets.HEADER;
    return Arrays.copyOfRange(block, start, start + EntryOctets.keyLength(block, header));
  }

  private final class Cursor extends EntryCursor {
    private int next;

    @Override
    public boolean advance() {
      if (next == count) {
        return false;
      }
      int position = positions[next++];
      byte[] block = blocks[position >>> Segment.BLOCK_BITS];
      int header = position & Segment.BLOCK_OCTETS - 1;
      show(
          block,
          header + EntryOctets.HEADER,
          EntryOctets.keyLength(block, header),
          EntryOctets.length(block, header));
      return true;
    }
  }
}
