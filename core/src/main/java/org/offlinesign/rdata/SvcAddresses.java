package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** One or more addresses, separated by commas (RFC 9460 §7.3). */
final class SvcAddresses extends SvcValue {
  private final int octets;

  /** Creates a form for addresses of 4 or 16 octets. */
  SvcAddresses(int octets) {
    this.octets = octets;
  }

  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    for (int from = 0; from <= length; ) {
      int to = comma(text, from, length);
      if (octets == IpText.OCTETS4) {
        long address = IpText.parse4(text, from, to);
        if (address < 0) {
          throw fault("an IPv4 address", text, from, to);
        }
        out.u32(address);
      } else if (!IpText.parse6(text, from, to, out)) {
        throw fault("an IPv6 address", text, from, to);
      }
      from = to + 1;
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() == 0 || in.remaining() % octets != 0) {
      throw new WireFormatException(
          "expected addresses of " + octets + " octets but found " + in.remaining() + " octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    boolean first = true;
    while (in.remaining() > 0) {
      if (!first) {
        out.u8(',');
      }
      first = false;
      if (octets == IpText.OCTETS4) {
        IpText.print4(in.u32(), out);
      } else {
        IpText.print6(in.array(), in.skip(octets), out);
      }
    }
  }
}
