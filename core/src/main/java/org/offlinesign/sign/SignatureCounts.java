package org.offlinesign.sign;

import java.time.Instant;
import java.util.Arrays;

/** The signatures of some names: how many each key made, and when the first expires. */
final class SignatureCounts {
  private final long[] madeByKey;
  private long kept;
  private long secondsLeft = Integer.MAX_VALUE;

  /** Starts counting for the keys of a plan. */
  SignatureCounts(int keys) {
    this.madeByKey = new long[keys];
  }

  /** Counts a signature that a key made. */
  void addMade(PlannedKey key) {
    madeByKey[key.index()]++;
  }

  /** Counts a signature that was there. */
  void addKept() {
    kept++;
  }

  /** Takes note of how long, seen from now, a signature lives. */
  void addLife(long seconds) {
    secondsLeft = Math.min(secondsLeft, seconds);
  }

  /** Adds what was counted elsewhere. */
  void add(SignatureCounts that) {
    for (int key = 0; key < madeByKey.length; key++) {
      madeByKey[key] += that.madeByKey[key];
    }
    kept += that.kept;
    addLife(that.secondsLeft);
  }

  /** Returns how many signatures were there. */
  long kept() {
    return kept;
  }

  /** Returns how many signatures a key made. */
  long made(PlannedKey key) {
    return madeByKey[key.index()];
  }

  /** Returns how many signatures all keys made. */
  long made() {
    return Arrays.stream(madeByKey).sum();
  }

  /** Returns when the first signature expires. */
  Instant firstExpiry(Instant now) {
    return Instant.ofEpochSecond(now.getEpochSecond() + secondsLeft);
  }
}
