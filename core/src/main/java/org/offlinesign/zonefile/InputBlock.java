package org.offlinesign.zonefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A window on the octets of a file that moves forward, with a line feed after the last octet so
 * that a search for the end of a line needs no other bound.
 *
 * <p>Holds the window: a fixed block, unless what must be kept is longer. Not thread safe.
 */
final class InputBlock {
  private static final byte SENTINEL = '\n';

  private final @Nullable InputStream in;
  private byte[] octets;
  private int limit;
  private boolean ended;

  /** Creates a window on a stream; it has yet to be filled. */
  InputBlock(InputStream in, int size) {
    this.in = in;
    this.octets = new byte[Math.max(16, size)];
    this.octets[0] = SENTINEL;
  }

  /** Creates a window on some octets in memory. */
  InputBlock(byte[] text, int length) {
    this.in = null;
    this.octets = new byte[length + 1];
    System.arraycopy(text, 0, octets, 0, length);
    this.limit = length;
    this.octets[limit] = SENTINEL;
    this.ended = true;
  }

  /** Returns the octets; another array after each {@link #fill}. */
  byte[] octets() {
    return octets;
  }

  /** Returns the index of the sentinel, after the last octet. */
  int limit() {
    return limit;
  }

  /** Says whether no octets come after {@link #limit()}. */
  boolean ended() {
    return ended;
  }

  /**
   * Reads on, and moves the octets from an index on to the front of the block.
   *
   * @param keep the index of the first octet still needed; from now on it has index 0
   * @return whether there are more octets than before
   */
  boolean fill(int keep) {
    int kept = limit - keep;
    byte[] target = kept + 1 > octets.length / 2 ? new byte[octets.length * 2] : octets;
    System.arraycopy(octets, keep, target, 0, kept);
    octets = target;
    limit = kept;
    readOn();
    octets[limit] = SENTINEL;
    return limit > kept;
  }

  private void readOn() {
    if (in == null || ended) {
      return;
    }
    try {
      int count = in.read(octets, limit, octets.length - 1 - limit);
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
