package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** An IPv6 address. */
final class Ipv6Field extends Field {
  Ipv6Field(String label) {
    super(label, "an IPv6 address");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    parseCurrent(in, out);
  }

  /** Reads an address from the current text. */
  void parseCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (!IpText.parse6(in.text(), in.start(), in.end(), out)) {
      throw fault(in);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(IpText.OCTETS6);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    IpText.print6(in.array(), in.skip(IpText.OCTETS6), out);
  }
}
