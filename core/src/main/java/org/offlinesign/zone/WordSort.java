package org.offlinesign.zone;

import java.util.Arrays;

/**
 * Sorts longs whose upper five octets are a word and whose lower bits are a number that comes
 * along.
 *
 * <p>The number ascends before sorting and, in longs with equal words, after. Holds as many longs
 * again.
 */
final class WordSort {
  /** The octets of a word. */
  static final int OCTETS = 5;

  /** The bits of the number. */
  static final int NUMBER_BITS = 24;

  private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
  private static final int OCTET_VALUES = 256;

  // Below this the histograms cost more than comparisons.
  private static final int FEW = 200;

  private final int[][] counts = new int[OCTETS][OCTET_VALUES];
  private final long[] words;
  private long[] spare = {};

  /** Creates a sorter of parts of an array. */
  WordSort(long[] words) {
    this.words = words;
  }

  /** Returns a long of the upper five octets of one and the number of another. */
  static long join(long word, long number) {
    return (word & (-1L << NUMBER_BITS)) | (number & NUMBER_MASK);
  }

  static int number(long word) {
    return (int) word & NUMBER_MASK;
  }

  static boolean sameWord(long a, long b) {
    return a >>> NUMBER_BITS == b >>> NUMBER_BITS;
  }

  /** Sorts a part of the array by unsigned order. */
  void sort(int from, int to) {
    if (to - from < FEW) {
      compareSort(from, to);
    } else {
      radixSort(from, to);
    }
  }

  private void compareSort(int from, int to) {
    flipSigns(from, to);
    Arrays.sort(words, from, to);
    flipSigns(from, to);
  }

  private void flipSigns(int from, int to) {
    for (int i = from; i < to; i++) {
      words[i] ^= Long.MIN_VALUE;
    }
  }

  private void radixSort(int from, int to) {
    if (spare.length < words.length) {
      spare = new long[words.length];
    }
    count(from, to);
    long[] source = words;
    long[] target = spare;
    for (int octet = OCTETS - 1; octet >= 0; octet--) {
      int shift = shift(octet);
      int[] count = counts[octet];
      if (count[(int) (source[from] >>> shift) & 0xff] < to - from) {
        scatter(source, from, to, target, shift, starts(count, from));
        long[] swap = source;
        source = target;
        target = swap;
      }
    }
    if (source != words) {
      System.arraycopy(source, from, words, from, to - from);
    }
  }

  private static int shift(int octet) {
    return Long.SIZE - Byte.SIZE * (octet + 1);
  }

  private void count(int from, int to) {
    for (int[] count : counts) {
      Arrays.fill(count, 0);
    }
    for (int i = from; i < to; i++) {
      long word = words[i];
      for (int octet = 0; octet < OCTETS; octet++) {
        counts[octet][(int) (word >>> shift(octet)) & 0xff]++;
      }
    }
  }

  /** Turns counts of values into the indexes at which each value starts. */
  private static int[] starts(int[] counts, int from) {
    int start = from;
    for (int value = 0; value < OCTET_VALUES; value++) {
      int count = counts[value];
      counts[value] = start;
      start += count;
    }
    return counts;
  }

  private static void scatter(
      long[] source, int from, int to, long[] target, int shift, int[] next) {
    for (int i = from; i < to; i++) {
      long word = source[i];
      target[next[(int) (word >>> shift) & 0xff]++] = word;
    }
  }
}
