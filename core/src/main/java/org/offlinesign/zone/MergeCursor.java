package org.offlinesign.zone;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Passes over the entries of several runs in order; of equal ones the run that is earlier in the
 * list goes first.
 *
 * <p>A tournament tree that keeps the loser of each match: an entry costs one comparison for each
 * level, mostly of eight octets. Holds the cursors and nothing else.
 */
final class MergeCursor extends EntryCursor {
  private final EntryCursor[] runs;
  private final long[] words;
  private final boolean[] exhausted;
  private final int[] losers;
  private final int depth;
  private int winner = -1;

  /**
   * Creates a cursor before the first entry.
   *
   * @param depth how many octets all sort keys have in common at their starts
   */
  MergeCursor(List<EntryCursor> runs, int depth) {
    this.runs = runs.toArray(new EntryCursor[0]);
    this.words = new long[this.runs.length];
    this.exhausted = new boolean[this.runs.length];
    this.losers = new int[this.runs.length];
    this.depth = depth;
  }

  @Override
  public boolean advance() throws IOException {
    if (winner < 0) {
      play();
    } else if (!exhausted[winner]) {
      advanceRun(winner);
      replay(winner);
    }
    if (exhausted[winner]) {
      return false;
    }
    show(runs[winner]);
    return true;
  }

  private void play() throws IOException {
    Arrays.fill(losers, -1);
    for (int run = 0; run < runs.length; run++) {
      advanceRun(run);
    }
    for (int run = 0; run < runs.length; run++) {
      enter(run);
    }
  }

  private void advanceRun(int run) throws IOException {
    EntryCursor cursor = runs[run];
    if (cursor.advance()) {
      words[run] = EntryOctets.word(cursor.octets(), cursor.start() + depth, cursor.keyEnd());
    } else {
      exhausted[run] = true;
    }
  }

  /** Lets a run climb until a match has no opponent yet, where it waits, or to the top. */
  private void enter(int run) {
    int climber = run;
    for (int match = (run + runs.length) >> 1; match > 0; match >>= 1) {
      if (losers[match] < 0) {
        losers[match] = climber;
        return;
      }
      climber = settle(match, climber);
    }
    winner = climber;
  }

  private void replay(int run) {
    int climber = run;
    for (int match = (run + runs.length) >> 1; match > 0; match >>= 1) {
      climber = settle(match, climber);
    }
    winner = climber;
  }

  /** Leaves the loser at a match and returns the winner. */
  private int settle(int match, int challenger) {
    int holder = losers[match];
    if (precedes(holder, challenger)) {
      losers[match] = challenger;
      return holder;
    }
    return challenger;
  }

  private boolean precedes(int a, int b) {
    if (exhausted[a] || exhausted[b]) {
      return !exhausted[a];
    }
    int order = Long.compareUnsigned(words[a], words[b]);
    if (order == 0) {
      order = compareKeys(runs[a], runs[b]);
    }
    return order < 0 || (order == 0 && a < b);
  }

  private int compareKeys(EntryCursor a, EntryCursor b) {
    return Arrays.compareUnsigned(
        a.octets(), a.start() + depth, a.keyEnd(), b.octets(), b.start() + depth, b.keyEnd());
  }
}
