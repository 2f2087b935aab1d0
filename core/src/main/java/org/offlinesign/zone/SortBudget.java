package org.offlinesign.zone;

import java.nio.file.Path;
import org.offlinesign.progress.Progress;

/**
 * What one sorter may use.
 *
 * <p>Up to half of the octets are filled while the other half is written to disk, so what fits into
 * half of them never touches the disk.
 *
 * @param octets how much heap the entries may take
 * @param temporaryDirectory where temporary files for spilled entries are made, once they are
 *     needed
 * @param threads how many threads may sort and spill beside the one that adds entries; with 1 the
 *     adding thread does it
 * @param progress takes note of what is written to disk
 */
public record SortBudget(long octets, Path temporaryDirectory, int threads, Progress progress) {
  /** The smallest budget in octets: two of the longest entries, and their neighbours. */
  public static final long MIN_OCTETS = 4L * EntryBlocks.BLOCK_OCTETS;

  // Signing and writing hold windows of batches, and a collector wants room to work in.
  private static final int SHARE_OF_HEAP = 3;

  /** Checks the range. */
  public SortBudget {
    if (octets < MIN_OCTETS) {
      throw new IllegalArgumentException(
          "a sort budget of " + octets + " octets is under " + MIN_OCTETS);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("a sorter with " + threads + " threads");
    }
  }

  /** Creates a budget of which nobody wants to know what is written to disk. */
  public SortBudget(long octets, Path temporaryDirectory, int threads) {
    this(octets, temporaryDirectory, threads, new Progress());
  }

  /** Returns a budget that leaves room for the rest of the program in a heap of some octets. */
  public static SortBudget ofHeap(long heapOctets, Path temporaryDirectory, int threads) {
    long octets = Math.max(MIN_OCTETS, heapOctets / SHARE_OF_HEAP);
    return new SortBudget(octets, temporaryDirectory, threads);
  }

  /** Returns what each of some sorters that live at the same time may use. */
  public SortBudget sharedBy(int sorters) {
    return new SortBudget(
        Math.max(MIN_OCTETS, octets / sorters), temporaryDirectory, threads, progress);
  }

  /** Returns the same budget with what takes note of what is written to disk. */
  public SortBudget reportingTo(Progress watch) {
    return new SortBudget(octets, temporaryDirectory, threads, watch);
  }

  /** Returns how many octets are collected in memory before they are spilled. */
  long groupOctets() {
    return octets / 2;
  }
}
