package org.offlinesign.lint;

import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;

/** Names within RDATA that the reader has found whole. */
final class WireNames {
  private WireNames() {}

  /** Returns the name that fills some octets. */
  static DnsName at(byte[] octets, int offset, int length) {
    try {
      return DnsName.fromWire(octets, offset, length);
    } catch (NameSyntaxException e) {
      throw new AssertionError("the reader hands on only whole names", e);
    }
  }

  /** Returns the length of the name that begins at an index. */
  static int lengthAt(byte[] octets, int offset, int end) {
    try {
      return DnsName.wireLengthAt(octets, offset, end);
    } catch (NameSyntaxException e) {
      throw new AssertionError("the reader hands on only whole names", e);
    }
  }
}
