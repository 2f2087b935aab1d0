package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** An IPv4 address. */
final class Ipv4Field extends Field {
  Ipv4Field(String label) {
    super(label, "an IPv4 address");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    parseCurrent(in, out);
  }

  /** Reads an address from the current text. */
  void parseCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    long address = IpText.parse4(in.text(), in.start(), in.end());
    if (address < 0) {
      throw fault(in);
    }
    out.u32(address);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(IpText.OCTETS4);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    IpText.print4(in.u32(), out);
  }
}
