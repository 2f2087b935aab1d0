package org.offlinesign.zone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Entries one after the other in blocks of memory, none across two blocks; small blocks, because a
 * large array is a burden on a small heap, and a smaller one first, because most zones are small.
 *
 * <p>A position is a block's number and an index in it, as one {@code int}. Not thread safe while
 * it is filled, then immutable.
 */
final class EntryBlocks {
  static final int BLOCK_BITS = 18;
  static final int BLOCK_OCTETS = 1 << BLOCK_BITS;

  /** The longest entry in octets. */
  static final int MAX_ENTRY_OCTETS = BLOCK_OCTETS - EntryOctets.HEADER;

  private static final int FIRST_BLOCK_OCTETS = 1 << 14;
  private static final byte[] NONE = new byte[0];

  private final List<byte[]> blocks = new ArrayList<>();
  private int[] ends = new int[16];
  private byte[] last = NONE;
  private int used;
  private int lastPosition;

  /** Returns how many blocks there are. */
  int blocks() {
    return blocks.size();
  }

  /** Says whether an entry of some octets can be added without another block. */
  boolean fitsIntoBlock(int length) {
    return EntryOctets.HEADER + length <= last.length - used;
  }

  /** Appends an entry and returns its position. */
  int add(byte[] octets, int offset, int keyLength, int length) {
    if (!fitsIntoBlock(length)) {
      addBlock(EntryOctets.HEADER + length);
    }
    EntryOctets.write(last, used, octets, offset, keyLength, length);
    int at = used;
    used += EntryOctets.HEADER + length;
    ends[blocks.size() - 1] = used;
    lastPosition = (blocks.size() - 1) << BLOCK_BITS | at;
    return lastPosition;
  }

  private void addBlock(int atLeast) {
    if (blocks.size() == ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    boolean first = blocks.isEmpty() && atLeast <= FIRST_BLOCK_OCTETS;
    last = new byte[first ? FIRST_BLOCK_OCTETS : BLOCK_OCTETS];
    blocks.add(last);
    used = 0;
  }

  /** Appends the entry at a position of other blocks. */
  void add(EntryBlocks from, int position) {
    byte[] block = from.block(position);
    int header = header(position);
    add(
        block,
        header + EntryOctets.HEADER,
        EntryOctets.keyLength(block, header),
        EntryOctets.length(block, header));
  }

  /** Returns the block of a position. */
  byte[] block(int position) {
    return blocks.get(position >>> BLOCK_BITS);
  }

  /** Returns the index in its block of the header of the entry at a position. */
  static int header(int position) {
    return position & BLOCK_OCTETS - 1;
  }

  int keyLength(int position) {
    return EntryOctets.keyLength(block(position), header(position));
  }

  /** Returns a copy of the key of the first entry. */
  byte[] firstKey() {
    return key(0);
  }

  /** Returns a copy of the key of the entry added last. */
  byte[] lastKey() {
    return key(lastPosition);
  }

  private byte[] key(int position) {
    int start = header(position) + EntryOctets.HEADER;
    return Arrays.copyOfRange(block(position), start, start + keyLength(position));
  }

  /** Compares the keys of two entries from an octet on. */
  int compareKeys(int a, int b, int depth) {
    byte[] blockA = block(a);
    byte[] blockB = block(b);
    int startA = header(a) + EntryOctets.HEADER;
    int startB = header(b) + EntryOctets.HEADER;
    return Arrays.compareUnsigned(
        blockA,
        startA + depth,
        startA + EntryOctets.keyLength(blockA, header(a)),
        blockB,
        startB + depth,
        startB + EntryOctets.keyLength(blockB, header(b)));
  }

  /** Returns how many octets the keys of two entries have in common from an octet on. */
  int commonLength(int a, int b, int depth) {
    int shared = Math.min(keyLength(a), keyLength(b)) - depth;
    int startA = header(a) + EntryOctets.HEADER + depth;
    int startB = header(b) + EntryOctets.HEADER + depth;
    int mismatch =
        Arrays.mismatch(block(a), startA, startA + shared, block(b), startB, startB + shared);
    return mismatch < 0 ? shared : mismatch;
  }

  /** Returns eight octets of the key of an entry, as if zero octets followed its end. */
  long word(int position, int depth) {
    byte[] block = block(position);
    int header = header(position);
    int start = header + EntryOctets.HEADER;
    return EntryOctets.word(block, start + depth, start + EntryOctets.keyLength(block, header));
  }

  /** Returns a cursor before the first entry. */
  EntryCursor open() {
    return new Cursor();
  }

  private final class Cursor extends EntryCursor {
    private int block = -1;
    private int next;
    private int end;
    private byte[] octets = NONE;

    @Override
    public boolean advance() {
      if (next == end && !enterNextBlock()) {
        return false;
      }
      int start = next + EntryOctets.HEADER;
      int length = EntryOctets.length(octets, next);
      show(octets, start, EntryOctets.keyLength(octets, next), length);
      next = start + length;
      return true;
    }

    private boolean enterNextBlock() {
      if (block + 1 >= blocks.size()) {
        return false;
      }
      block++;
      octets = blocks.get(block);
      next = 0;
      end = ends[block];
      return true;
    }
  }
}
