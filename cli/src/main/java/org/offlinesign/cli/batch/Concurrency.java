package org.offlinesign.cli.batch;

/**
 * How many lines of a batch there are at the same time.
 *
 * @param jobs how many work
 * @param holding how many hold memory for zones, those that wait for the disk included
 * @param underWay how many have begun, those that wait for the key store included
 */
record Concurrency(int jobs, int holding, int underWay) {
  /** How many lines may wait for the disk while others work; each may hold memory again after. */
  private static final int MOST_WAITING = 16;

  /** How many may wait for the key store to be written, which is written once for all of them. */
  private static final int MOST_WAITING_FOR_KEYS = 240;

  /** What the lines that wait leave to each other and to those that work. */
  private static final long LEAST_HEAP = 8L << 20;

  /**
   * Returns what suits a machine; one job does one line after the other.
   *
   * @param lines how many lines there are
   * @param heapOctets what memory they share
   */
  static Concurrency of(int jobs, int lines, long heapOctets) {
    int atWork = Math.max(1, Math.min(jobs, lines));
    if (atWork == 1) {
      return new Concurrency(1, 1, 1);
    }
    int room = (int) Math.min(MOST_WAITING, heapOctets / LEAST_HEAP - atWork);
    int holding = atWork + Math.max(0, room);
    return new Concurrency(atWork, Math.min(holding, lines), holding + MOST_WAITING_FOR_KEYS);
  }
}
