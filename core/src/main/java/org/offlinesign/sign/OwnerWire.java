package org.offlinesign.sign;

import org.offlinesign.name.DnsName;
import org.offlinesign.wire.WireWriter;
import org.offlinesign.zone.OwnerNode;

/** The wire octets of an owner, as typed, within an array that nobody writes to. */
final class OwnerWire {
  private final byte[] octets;
  private final int offset;
  private final int length;

  private OwnerWire(byte[] octets, int offset, int length) {
    this.octets = octets;
    this.offset = offset;
    this.length = length;
  }

  static OwnerWire of(OwnerNode node) {
    return new OwnerWire(node.octets(), node.ownerOffset(), node.ownerLength());
  }

  static OwnerWire of(DnsName name) {
    return new OwnerWire(name.toWire(), 0, name.wireLength());
  }

  /** Returns the owner that was written. */
  static OwnerWire copyOf(WireWriter written) {
    return new OwnerWire(written.toByteArray(), 0, written.length());
  }

  byte[] octets() {
    return octets;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Returns the label count of RRSIG records: no root, no leading {@code *} (RFC 4034 §3.1.3). */
  int rrsigLabels() {
    boolean wildcard = octets[offset] == 1 && octets[offset + 1] == '*';
    int labels = wildcard ? -1 : 0;
    for (int at = offset; octets[at] != 0; at += 1 + octets[at]) {
      labels++;
    }
    return labels;
  }
}
