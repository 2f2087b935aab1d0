package org.offlinesign.p256;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Checks many ECDSA signatures side by side, which takes some two thirds of the time of {@link
 * P256Verifier}. For one thread; holds some 200 KB.
 *
 * <p>What it accepts is a signature. What it does not accept may be one all the same: let a single
 * one of them take an addition of equal or opposite points, and none is accepted. Who has to know
 * for certain checks them one by one then.
 */
public final class P256Batch {
  private static final int CAPACITY = 256;
  private static final int DIGITS = 2 * PointTable.WINDOWS;

  private final PointTable generator = PointTable.ofGenerator();
  private final Equations equations = new Equations(CAPACITY);
  private final AffineSums sums = new AffineSums(CAPACITY);
  private final P256Key[] keys = new P256Key[CAPACITY];

  /** Of each signature, the digits of the factor of the generator and of that of the key. */
  private final short[] digits = new short[CAPACITY * DIGITS];

  private int size;

  /** Says whether no signature can be added before the others are checked. */
  public boolean isFull() {
    return size == CAPACITY;
  }

  /**
   * Adds a signature by a key of what has a digest.
   *
   * @param digest 32 octets, as SHA-256 makes them
   * @param signature r and s, 64 octets
   */
  public void add(P256Key key, byte[] digest, byte[] signature) {
    keys[size] = key;
    equations.set(size, digest, signature);
    size++;
  }

  /** Checks all that have been added and forgets them; returns the numbers of the good ones. */
  public BitSet check() {
    BitSet good = new BitSet(size);
    if (addUp()) {
      for (int at = 0; at < size; at++) {
        int sum = at;
        good.set(at, equations.holds(at, x -> sums.hasX(sum, x)));
      }
    }
    Arrays.fill(keys, 0, size, null);
    size = 0;
    return good;
  }

  /** Returns false if that cannot be done. */
  private boolean addUp() {
    cut();
    sums.clear();
    for (int place = 0; place < DIGITS; place++) {
      beginToAdd(place);
      if (!sums.finish()) {
        return false;
      }
    }
    return true;
  }

  private void cut() {
    equations.solve(size);
    for (int at = 0; at < size; at++) {
      int offset = at * DIGITS;
      PointTable.cut(equations.factorOfGenerator(at), digits, offset);
      PointTable.cut(equations.factorOfKey(at), digits, offset + PointTable.WINDOWS);
    }
  }

  private void beginToAdd(int place) {
    boolean ofGenerator = place < PointTable.WINDOWS;
    int window = ofGenerator ? place : place - PointTable.WINDOWS;
    for (int at = 0; at < size; at++) {
      int digit = digits[at * DIGITS + place];
      if (digit != 0) {
        PointTable table = ofGenerator ? generator : keys[at].table();
        table.addDigit(window, digit, sums, at);
      }
    }
  }
}
