package org.offlinesign.zone;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All entries of an {@link EntrySorter}, in order.
 *
 * <p>Holds what of them is in memory, and temporary files, which {@link #close()} deletes. Cursors
 * may be opened as often as needed, also at the same time by different threads.
 */
public final class SortedEntries implements Closeable {
  private static final int MIN_BUFFER_OCTETS = 1 << 16;
  private static final int MAX_BUFFER_OCTETS = 1 << 20;
  private static final int MAX_FILES = 256;

  private final SortBudget budget;
  private final SpillStore store;
  private final List<SortedRun> runs;
  private final long spilledOctets;

  private SortedEntries(
      SortBudget budget, SpillStore store, List<SortedRun> runs, long spilledOctets) {
    this.budget = budget;
    this.store = store;
    this.runs = runs;
    this.spilledOctets = spilledOctets;
  }

  /**
   * Takes over runs; merges files first if there are too many to read them all at once.
   *
   * @param store owns the files
   * @param runs in the order in which their entries were added, those on disk first
   */
  static SortedEntries of(SortBudget budget, SpillStore store, List<SortedRun> runs)
      throws IOException {
    List<SortedRun> left = new ArrayList<>(runs);
    long spilled = left.stream().mapToLong(SortedEntries::octetsOnDisk).sum();
    int most = mostFiles(budget);
    while (files(left) > most) {
      List<SortedRun> merged = mergeFiles(budget, store, left);
      spilled += merged.stream().mapToLong(SortedEntries::octetsOnDisk).sum();
      left = merged;
    }
    return new SortedEntries(budget, store, List.copyOf(left), spilled);
  }

  private static long octetsOnDisk(SortedRun run) {
    return run instanceof FileRun file ? file.octets() : 0;
  }

  private static int mostFiles(SortBudget budget) {
    long fitting = budget.groupOctets() / MIN_BUFFER_OCTETS;
    return (int) Math.max(2, Math.min(MAX_FILES, fitting));
  }

  private static int files(List<SortedRun> runs) {
    return (int) runs.stream().filter(FileRun.class::isInstance).count();
  }

  /** Merges each sequence of as many files as may be open into one. */
  private static List<SortedRun> mergeFiles(
      SortBudget budget, SpillStore store, List<SortedRun> runs) throws IOException {
    int files = files(runs);
    List<SortedRun> merged = new ArrayList<>();
    for (int from = 0; from < files; from += mostFiles(budget)) {
      List<SortedRun> group = runs.subList(from, Math.min(from + mostFiles(budget), files));
      merged.add(FileRun.write(merge(group, budget), store));
      for (SortedRun done : group) {
        ((FileRun) done).delete();
      }
    }
    merged.addAll(runs.subList(files, runs.size()));
    return merged;
  }

  /** Returns a cursor over some runs; of equal entries those of earlier runs go first. */
  static EntryCursor merge(List<SortedRun> runs, SortBudget budget) {
    int files = Math.max(1, files(runs));
    long share = budget.groupOctets() / files;
    int buffer = (int) Math.max(MIN_BUFFER_OCTETS, Math.min(MAX_BUFFER_OCTETS, share));
    List<EntryCursor> cursors = new ArrayList<>();
    for (List<SortedRun> chain : chains(runs)) {
      cursors.add(chain.size() == 1 ? chain.get(0).open(buffer) : new Chain(chain, buffer));
    }
    return cursors.size() == 1 ? cursors.get(0) : new MergeCursor(cursors, commonLength(runs));
  }

  /** Groups runs that follow one another in order, as all do if the input was sorted. */
  private static List<List<SortedRun>> chains(List<SortedRun> runs) {
    List<List<SortedRun>> chains = new ArrayList<>();
    byte[] last = {};
    for (SortedRun run : runs) {
      if (chains.isEmpty() || Arrays.compareUnsigned(last, run.firstKey()) > 0) {
        chains.add(new ArrayList<>());
      }
      chains.get(chains.size() - 1).add(run);
      last = run.lastKey();
    }
    return chains;
  }

  /** Returns how many octets all keys of some runs have in common at their starts. */
  private static int commonLength(List<SortedRun> runs) {
    byte[] first = runs.get(0).firstKey();
    int common = first.length;
    for (SortedRun run : runs) {
      common = Math.min(common, EntryOctets.commonLength(first, run.firstKey()));
      common = Math.min(common, EntryOctets.commonLength(first, run.lastKey()));
    }
    return common;
  }

  /** Returns a cursor before the first entry. */
  public EntryCursor open() {
    return runs.isEmpty() ? new Chain(runs, 0) : merge(runs, budget);
  }

  /** Returns how many octets were written to disk; 0 if everything stayed in memory. */
  public long spilledOctets() {
    return spilledOctets;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }

  /** Runs, one after the other. */
  private static final class Chain extends EntryCursor {
    private final List<SortedRun> runs;
    private final int bufferOctets;
    private int next;
    private @Nullable EntryCursor current;

    Chain(List<SortedRun> runs, int bufferOctets) {
      this.runs = runs;
      this.bufferOctets = bufferOctets;
    }

    @Override
    public boolean advance() throws IOException {
      while (current == null || !current.advance()) {
        if (next == runs.size()) {
          return false;
        }
        current = runs.get(next++).open(bufferOctets);
      }
      show(current);
      return true;
    }
  }
}
