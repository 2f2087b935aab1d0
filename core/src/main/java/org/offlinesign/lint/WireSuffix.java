package org.offlinesign.lint;

import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.DnsName;

/** Tells, without making an object, whether a name in wire form is a name or lies below it. */
final class WireSuffix {
  private final byte[] wire;

  WireSuffix(DnsName ancestor) {
    this.wire = ancestor.lowerCase().toWire();
  }

  /** Says whether the uncompressed name at an index ends with this one, in any case. */
  boolean endsOf(byte[] octets, int offset, int length) {
    int at = offset;
    int start = offset + length - wire.length;
    while (at < start) {
      at += 1 + octets[at];
    }
    if (at != start) {
      return false;
    }
    for (int i = 0; i < wire.length; i++) {
      if (AsciiCase.lower(octets[start + i]) != wire[i]) {
        return false;
      }
    }
    return true;
  }
}
