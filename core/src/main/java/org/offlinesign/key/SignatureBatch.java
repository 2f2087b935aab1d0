package org.offlinesign.key;

import java.security.MessageDigest;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.offlinesign.p256.P256Batch;
import org.offlinesign.p256.P256Key;

/**
 * Checks signatures side by side, those of keys with which that is faster than one by one. For one
 * thread.
 *
 * <p>Only a yes counts: a signature that is not among the good ones has yet to be checked.
 */
public final class SignatureBatch {
  private final MessageDigest digest = DigestType.SHA256.newDigest();
  private final BitSet good = new BitSet();
  private @Nullable P256Batch checks;
  private int added;
  private int checked;

  /**
   * Adds a signature of some octets, or returns false if it is one of a key that is not {@linkplain
   * SignatureVerifier#foresee for a batch}, as each key is again that makes room for others.
   */
  public boolean add(
      SignatureVerifier verifier, byte[] data, int offset, int length, byte[] signature) {
    P256Key key = verifier.tableForCheck();
    if (key == null) {
      return false;
    }
    P256Batch side = checks();
    if (side.isFull()) {
      checkAdded(side);
    }
    digest.update(data, offset, length);
    side.add(key, digest.digest(), signature);
    added++;
    return true;
  }

  private P256Batch checks() {
    P256Batch own = checks;
    if (own == null) {
      own = new P256Batch();
      checks = own;
    }
    return own;
  }

  private void checkAdded(P256Batch side) {
    BitSet found = side.check();
    for (int at = found.nextSetBit(0); at >= 0; at = found.nextSetBit(at + 1)) {
      good.set(checked + at);
    }
    checked = added;
  }

  /** Checks what has been added and forgets it; returns the numbers of those that are good. */
  public BitSet check() {
    if (checks != null) {
      checkAdded(checks);
    }
    BitSet all = (BitSet) good.clone();
    good.clear();
    added = 0;
    checked = 0;
    return all;
  }
}
