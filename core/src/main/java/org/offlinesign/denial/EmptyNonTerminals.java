package org.offlinesign.denial;

import java.util.Arrays;
import org.offlinesign.name.CanonicalKey;
import org.offlinesign.name.DnsName;
import org.offlinesign.wire.WireWriter;

/**
 * Finds the names of a zone that own nothing and have names below them (RFC 9499 §7).
 *
 * <p>Going through sorted names, the ancestors of a name that the name before does not share are
 * met for the first time; those that owned records would have come before it. So each empty
 * non-terminal is met exactly once, and the only thing held is the name before.
 */
public final class EmptyNonTerminals {
  private final byte[] previous = new byte[CanonicalKey.MAX_LENGTH];
  private int previousLength;

  /** Starts at the apex of a zone. */
  public EmptyNonTerminals(DnsName apex) {
    WireWriter key = new WireWriter(CanonicalKey.MAX_LENGTH);
    apex.canonicalKey().writeTo(key);
    remember(key.array(), key.length());
  }

  /**
   * Takes the next name at or below the apex, in canonical order, and returns how many of its
   * nearest ancestors are empty non-terminals that have not been counted before: 1 is its parent, 2
   * its parent and the parent of that.
   *
   * @param octets begin with the name's {@link CanonicalKey}
   */
  public int above(byte[] octets, int keyLength) {
    int shared = sharedLength(octets, keyLength);
    int labels = 0;
    for (int i = shared; i < keyLength; i++) {
      // Each label of a key ends with a zero octet, and no other octet is zero.
      labels += octets[i] == 0 ? 1 : 0;
    }
    remember(octets, keyLength);
    return Math.max(0, labels - 1);
  }

  /** Returns the length of the key of the longest ancestor in common with the name before. */
  private int sharedLength(byte[] octets, int keyLength) {
    int mismatch = Arrays.mismatch(octets, 0, keyLength, previous, 0, previousLength);
    int shared = mismatch < 0 ? keyLength : mismatch;
    while (shared > 0 && octets[shared - 1] != 0) {
      shared--;
    }
    return shared;
  }

  private void remember(byte[] octets, int keyLength) {
    System.arraycopy(octets, 0, previous, 0, keyLength);
    previousLength = keyLength;
  }
}
