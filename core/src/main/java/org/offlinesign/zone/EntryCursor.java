package org.offlinesign.zone;

import java.io.IOException;

/**
 * Passes over sorted entries; an entry is a sort key and what follows it, all in one array.
 *
 * <p>What it shows is valid until the next {@link #advance()}. Not thread safe.
 */
public abstract class EntryCursor {
  private static final byte[] NONE = new byte[0];

  private byte[] octets = NONE;
  private int start;
  private int keyEnd;
  private int end;

  /**
   * Moves to the next entry.
   *
   * @return false if there is none
   */
  public abstract boolean advance() throws IOException;

  /** Points at an entry. */
  final void show(byte[] array, int entryStart, int keyLength, int length) {
    this.octets = array;
    this.start = entryStart;
    this.keyEnd = entryStart + keyLength;
    this.end = entryStart + length;
  }

  /** Points at the entry that another cursor is at. */
  final void show(EntryCursor that) {
    this.octets = that.octets;
    this.start = that.start;
    this.keyEnd = that.keyEnd;
    this.end = that.end;
  }

  /** Returns the array that the entry lies in; it must not be written to. */
  public final byte[] octets() {
    return octets;
  }

  /** Returns the index of the first octet of the sort key. */
  public final int start() {
    return start;
  }

  /** Returns the index after the sort key. */
  public final int keyEnd() {
    return keyEnd;
  }

  /** Returns the index after the entry. */
  public final int end() {
    return end;
  }
}
