package org.offlinesign.zone;

/**
 * Sorts entries by their sort keys without an object per entry.
 *
 * <p>Five octets of each key and the number of the entry make one {@code long}; these are sorted;
 * entries whose five octets are equal are sorted by the next octets in which they differ, and so
 * on. Stable. Holds two longs for each entry.
 */
final class SegmentSort {
  /** How many entries can be numbered. */
  static final int MAX_ENTRIES = 1 << WordSort.NUMBER_BITS;

  private static final int FEW = 12;

  private final EntryBlocks entries;
  private final int[] positions;
  private final int count;
  private final long[] words;
  private final WordSort wordSort;

  SegmentSort(EntryBlocks entries, int[] positions, int count) {
    this.entries = entries;
    this.positions = positions;
    this.count = count;
    this.words = new long[count];
    this.wordSort = new WordSort(words);
  }

  /** Returns copies of the entries in the order of their keys. */
  EntryBlocks sort() {
    for (int i = 0; i < count; i++) {
      words[i] = i;
    }
    sortGroup(0, count, 0);
    EntryBlocks sorted = new EntryBlocks();
    for (int i = 0; i < count; i++) {
      sorted.add(entries, position(i));
    }
    return sorted;
  }

  /** Returns the position of the entry that has come to some place. */
  private int position(int place) {
    return positions[WordSort.number(words[place])];
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
      words[i] = WordSort.join(entries.word(position(i), depth), words[i]);
    }
    wordSort.sort(live, to);
    int group = live;
    for (int i = live + 1; i <= to; i++) {
      if (i == to || !WordSort.sameWord(words[i], words[group])) {
        sortEqualWords(group, i, depth);
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
    } else {
      int live = sortEnded(from, to, depth + WordSort.OCTETS);
      sortGroup(live, to, depth + WordSort.OCTETS);
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
      ended += entries.keyLength(position(i)) <= depth ? 1 : 0;
    }
    if (ended > 0) {
      for (int i = from; i < to; i++) {
        long rank = Math.min(entries.keyLength(position(i)), depth + 1L);
        words[i] = WordSort.join(rank << WordSort.NUMBER_BITS, words[i]);
      }
      wordSort.sort(from, to);
    }
    return from + ended;
  }

  private void insertionSort(int from, int to, int depth) {
    for (int i = from + 1; i < to; i++) {
      long moved = words[i];
      int position = position(i);
      int at = i;
      while (at > from && entries.compareKeys(position(at - 1), position, depth) > 0) {
        words[at] = words[at - 1];
        at--;
      }
      words[at] = moved;
    }
  }

  /** Returns how many octets after an octet the keys of a group have in common. */
  private int commonLength(int from, int to, int depth) {
    int first = position(from);
    int common = entries.keyLength(first) - depth;
    for (int i = from + 1; i < to && common > 0; i++) {
      common = Math.min(common, entries.commonLength(first, position(i), depth));
    }
    return common;
  }
}
