package org.offlinesign.key;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Remembers which signatures were found to be right, by a digest of key, octets and signature, so
 * that whoever looks at the same again, such as in the finished file, need not compute so much.
 *
 * <p>Holds 32 to 64 octets a signature, up to a limit; those beyond it are forgotten. Thread safe.
 */
public final class CheckedSignatures {
  private static final int FIRST_ENTRIES = 1 << 8;
  private static final int OCTETS_OF_ENTRY = 2 * Long.BYTES;

  private final int mostEntries;
  private long[] entries = {};
  private int count;

  /**
   * Creates an empty memory.
   *
   * @param mostOctets how much of the heap it may take
   */
  public CheckedSignatures(long mostOctets) {
    long most = Math.min(mostOctets / OCTETS_OF_ENTRY, 1 << 26);
    // While it grows the old entries are held beside the new ones, twice as many.
    this.mostEntries = Integer.highestOneBit((int) Math.max(1, most / 2));
  }

  /** Digests what tells a signature from all others; for one thread. */
  static final class Digest {
    private final byte[] publicKey;
    private final MessageDigest sha256;

    /**
     * @param publicKey all that tells the key from others, its algorithm included
     */
    Digest(byte[] publicKey, CryptoProviders providers) {
      this.publicKey = publicKey.clone();
      this.sha256 = providers.digest("SHA-256");
    }

    private ByteBuffer of(byte[] data, int offset, int length, byte[] signature) {
      sha256.update(publicKey);
      // All signatures of a key have one length, so that it is plain where the octets end.
      sha256.update(data, offset, length);
      sha256.update(signature);
      return ByteBuffer.wrap(sha256.digest());
    }
  }

  boolean isEmpty() {
    return size() == 0;
  }

  synchronized int size() {
    return count;
  }

  /** Notes that a signature is right. */
  void add(Digest digest, byte[] data, int offset, int length, byte[] signature) {
    ByteBuffer octets = digest.of(data, offset, length, signature);
    add(octets.getLong(), octets.getLong());
  }

  /** Says whether a signature is known to be right. */
  boolean contains(Digest digest, byte[] data, int offset, int length, byte[] signature) {
    ByteBuffer octets = digest.of(data, offset, length, signature);
    return contains(octets.getLong(), octets.getLong());
  }

  private synchronized void add(long first, long second) {
    if (4L * count >= entries.length && !grow()) {
      return;
    }
    int place = place(entries, first, second);
    if (isFree(entries, place)) {
      count++;
    }
    entries[place] = first;
    entries[place + 1] = second;
  }

  private synchronized boolean contains(long first, long second) {
    return count > 0 && !isFree(entries, place(entries, first, second));
  }

  private boolean grow() {
    int larger = Math.max(FIRST_ENTRIES, entries.length);
    if (larger > mostEntries) {
      return false;
    }
    long[] target = new long[2 * larger];
    for (int from = 0; from < entries.length; from += 2) {
      if (!isFree(entries, from)) {
        int place = place(target, entries[from], entries[from + 1]);
        target[place] = entries[from];
        target[place + 1] = entries[from + 1];
      }
    }
    entries = target;
    return true;
  }

  /** Returns where a digest is, or is to be; there is always a free place. */
  private static int place(long[] entries, long first, long second) {
    int place = (int) first & (entries.length - 2);
    while (!isFree(entries, place) && (entries[place] != first || entries[place + 1] != second)) {
      place = place + 2 & (entries.length - 2);
    }
    return place;
  }

  /** A digest of nothing but zeros is as likely as to guess one. */
  private static boolean isFree(long[] entries, int place) {
    return entries[place] == 0 && entries[place + 1] == 0;
  }
}
