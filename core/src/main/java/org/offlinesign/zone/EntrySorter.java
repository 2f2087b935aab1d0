package org.offlinesign.zone;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts entries of octets by the unsigned order of the sort keys that they begin with; entries with
 * equal keys stay in the order in which they were added.
 *
 * <p>Holds at most the octets of its {@link SortBudget}: half a budget of entries is sorted,
 * spilled to a temporary file and forgotten while the next half is collected. Not thread safe.
 */
public final class EntrySorter implements Closeable {
  /** The longest entry in octets. */
  public static final int MAX_ENTRY_OCTETS = EntryBlocks.MAX_ENTRY_OCTETS;

  private static final int MAX_SEGMENT_OCTETS = 1 << 23;

  // The first segments are small, so that those of a zone of some megabytes, too, are sorted while
  // it is read; all of it would else be sorted when it has been read, by one thread.
  private static final int EARLY_SEGMENT_OCTETS = 3 * EntryBlocks.BLOCK_OCTETS;
  private static final int EARLY_SEGMENTS = 8;

  private static final int SEGMENTS_IN_GROUP = 4;
  private static final int WINDOW = 4;

  private final SortBudget budget;
  private final int segmentOctets;
  private final OrderedPipeline<Job, SortedRun> pipeline;
  private final SpillStore store;
  private final List<SortedRun> files = new ArrayList<>();
  private List<SortedRun> inMemory = new ArrayList<>();
  private long octetsInMemory;
  private int segments;
  private Segment segment;
  private boolean finished;

  /** Makes a run; the work of the sorter's threads. */
  @FunctionalInterface
  private interface Job {
    SortedRun run() throws IOException;
  }

  /** Creates an empty sorter. */
  public EntrySorter(SortBudget budget) {
    this.budget = budget;
    long share = budget.groupOctets() / SEGMENTS_IN_GROUP;
    this.segmentOctets = (int) Math.min(MAX_SEGMENT_OCTETS, share);
    this.pipeline = new OrderedPipeline<>(budget.threads(), WINDOW, () -> Job::run, this::keep);
    this.store = new SpillStore(budget);
    this.segment = nextSegment();
  }

  private Segment nextSegment() {
    segments++;
    boolean early = segments <= EARLY_SEGMENTS;
    return new Segment(early ? Math.min(EARLY_SEGMENT_OCTETS, segmentOctets) : segmentOctets);
  }

  private void keep(SortedRun run) {
    if (run instanceof FileRun) {
      files.add(run);
    } else {
      inMemory.add(run);
    }
  }

  /**
   * Adds a copy of an entry, whose first {@code keyLength} octets are its sort key.
   *
   * @throws IllegalArgumentException if it is longer than {@link #MAX_ENTRY_OCTETS}
   */
  public void add(byte[] octets, int offset, int keyLength, int length) throws IOException {
    if (length > MAX_ENTRY_OCTETS) {
      throw new IllegalArgumentException("an entry of " + length + " octets is too long");
    }
    if (!segment.add(octets, offset, keyLength, length)) {
      sortSegment();
      segment.add(octets, offset, keyLength, length);
    }
  }

  private void sortSegment() throws IOException {
    pipeline.submit(segment::sort);
    octetsInMemory += segment.octets();
    segment = nextSegment();
    if (octetsInMemory + segmentOctets > budget.groupOctets()) {
      spill();
    }
  }

  private void spill() throws IOException {
    // Waits for the group before as well: never more than one is on its way to the disk.
    pipeline.drain();
    List<SortedRun> group = inMemory;
    inMemory = new ArrayList<>();
    octetsInMemory = 0;
    pipeline.submit(() -> FileRun.write(SortedEntries.merge(group, budget), store));
  }

  /**
   * Sorts the rest and returns all entries, which then own the temporary files and the memory.
   *
   * <p>Nothing may be added after.
   */
  public SortedEntries finish() throws IOException {
    if (!segment.isEmpty()) {
      pipeline.submit(segment::sort);
    }
    pipeline.drain();
    pipeline.close();
    List<SortedRun> all = new ArrayList<>(files);
    all.addAll(inMemory);
    SortedEntries sorted = SortedEntries.of(budget, store, all);
    finished = true;
    release();
    return sorted;
  }

  /** Lets go of the entries: the sorter may outlive them, while the zone is read again. */
  private void release() {
    files.clear();
    inMemory = new ArrayList<>();
    segment = new Segment(segmentOctets);
  }

  /** Stops the sorter's threads; deletes the temporary files if it was not finished. */
  @Override
  public void close() throws IOException {
    pipeline.close();
    if (!finished) {
      store.close();
    }
  }
}
