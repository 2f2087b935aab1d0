package org.offlinesign.seal;

/**
 * The text of the records of an RRset, a part of some octets that are not written to while it is
 * looked at.
 */
public final class RrsetText {
  private final byte[] octets;
  private final int from;
  private final int to;

  /** Refers to octets up to an index. */
  public RrsetText(byte[] octets, int from, int to) {
    this.octets = octets;
    this.from = from;
    this.to = to;
  }

  byte[] octets() {
    return octets;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }
}
