package org.offlinesign.zone;

import java.util.Arrays;

/**
 * Sorts entries by their sort keys without an object per entry.
 *
 * <p>Six octets of each key and the number of the entry make one {@code long}; these are sorted;
 * entries whose six octets are equal are sorted by the next octets in which they differ, and so on.
 * Stable, since the number of the entry is part of what is compared.
 */
final class SegmentSort {
  /** How many entries can be numbered. */
  static final int MAX_ENTRIES = 1 << 16;

  private static final int NUMBER_MASK = MAX_ENTRIES - 1;
  private static final int NUMBER_BITS = 16;
  private static final int WORD_OCTETS = 6;
  private static final int FEW = 12;

  private final byte[][] blocks;
  private final int[] positions;
  private final int count;
  private final long[] words;

  SegmentSort(byte[][] blocks, int[] positions, int count) {
    this.blocks = blocks;
    this.positions = positions;
    this.count = count;
    this.words = new long[count];
  }

  /** Puts the positions into the order of the keys. */
  void sort() {
    for (int i = 0; i < count; i++) {
      words[i] = i;
    }
    sortGroup(0, count, 0);
    int[] unsorted = Arrays.copyOf(positions, count);
    for (int i = 0; i < count; i++) {
      positions[i] = unsorted[(int) words[i] & NUMBER_MASK];
    }
  }

  /** Sorts entries whose keys are equal up to an octet, and who are in the order they came in. */
  private void sortGroup(int from, int to, int equalOctets) {
    if (to - from <= FEW) {
      insertionSort(from, to, equalOctets);
      return;
    }
    int depth = equalOctets + commonLength(from, to, equalOctets);
    int live = sortEnded(from, to, depth);
    for (int i = live; i < to; i++) {
      int number = (int) words[i] & NUMBER_MASK;
      words[i] = word(number, depth) | number;
    }
    Arrays.sort(words, live, to);
    int group = live;
    for (int i = live + 1; i <= to; i++) {
      if (i == to || words[i] >>> NUMBER_BITS != words[group] >>> NUMBER_BITS) {
        if (i - group > 1) {
          sortEqualWords(group, i, depth);
        }
        group = i;
      }
    }
  }

  /**
   * Sorts entries whose words at an octet are equal. Keys that end within the word look as if zero
   * octets followed, and precede all keys that go on.
   */
  private void sortEqualWords(int from, int to, int depth) {
    if (to - from <= FEW) {
      insertionSort(from, to, depth);
      return;
    }
    int live = sortEnded(from, to, depth + WORD_OCTETS);
    if (to - live > 1) {
      sortGroup(live, to, depth + WORD_OCTETS);
    }
  }

  /**
   * Moves the entries whose keys end at an octet or before to the front, shorter keys first.
   *
   * @return the index after them
   */
  private int sortEnded(int from, int to, int depth) {
    int ended = 0;
    for (int i = from; i < to; i++) {
      ended += keyLength((int) words[i] & NUMBER_MASK) <= depth ? 1 : 0;
    }
    if (ended == 0) {
      return from;
    }
    for (int i = from; i < to; i++) {
      int number = (int) words[i] & NUMBER_MASK;
      long rank = Math.min(keyLength(number), depth + 1);
      words[i] = rank << NUMBER_BITS | number;
    }
    Arrays.sort(words, from, to);
    return from + ended;
  }

  private void insertionSort(int from, int to, int depth) {
    for (int i = from + 1; i < to; i++) {
      long moved = words[i];
      int at = i;
      while (at > from && compare(words[at - 1], moved, depth) > 0) {
        words[at] = words[at - 1];
        at--;
      }
      words[at] = moved;
    }
  }

  private int compare(long a, long b, int depth) {
    int first = positions[(int) a & NUMBER_MASK];
    int second = positions[(int) b & NUMBER_MASK];
    return Segment.compareKeys(blocks, first, second, depth);
  }

  /** Returns how many octets after an octet the keys of a group have in common. */
  private int commonLength(int from, int to, int depth) {
    int first = positions[(int) words[from] & NUMBER_MASK];
    byte[] block = block(first);
    int at = octets(first) + depth;
    int common = EntryOctets.keyLength(block, header(first)) - depth;
    for (int i = from + 1; i < to && common > 0; i++) {
      int other = positions[(int) words[i] & NUMBER_MASK];
      byte[] otherBlock = block(other);
      int otherAt = octets(other) + depth;
      int length = EntryOctets.keyLength(otherBlock, header(other)) - depth;
      int shared = Math.min(common, length);
      int mismatch = Arrays.mismatch(block, at, at + shared, otherBlock, otherAt, otherAt + shared);
      common = mismatch < 0 ? shared : mismatch;
    }
    return common;
  }

  /** Returns six octets of a key where they sort as unsigned numbers above an entry's number. */
  private long word(int number, int depth) {
    int position = positions[number];
    byte[] block = block(position);
    int start = octets(position);
    int end = start + EntryOctets.keyLength(block, header(position));
    long word = EntryOctets.word(block, start + depth, end) ^ Long.MIN_VALUE;
    return word & -(1L << NUMBER_BITS);
  }

  private int keyLength(int number) {
    int position = positions[number];
    return EntryOctets.keyLength(block(position), header(position));
  }

  private byte[] block(int position) {
    return blocks[position >>> Segment.BLOCK_BITS];
  }

  private static int header(int position) {
    return position & Segment.BLOCK_OCTETS - 1;
  }

  private static int octets(int position) {
    return header(position) + EntryOctets.HEADER;
  }
}
