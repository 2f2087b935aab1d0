package org.offlinesign.zone;

/** Sorted entries in memory. */
final class MemoryRun implements SortedRun {
  private final EntryBlocks entries;

  /** Takes over entries in order, of which there is at least one. */
  MemoryRun(EntryBlocks entries) {
    this.entries = entries;
  }

  @Override
  public EntryCursor open(int bufferOctets) {
    return entries.open();
  }

  @Override
  public byte[] firstKey() {
    return entries.firstKey();
  }

  @Override
  public byte[] lastKey() {
    return entries.lastKey();
  }
}
