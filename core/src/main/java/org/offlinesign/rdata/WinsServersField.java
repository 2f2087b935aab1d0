package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A count in four octets and as many IPv4 addresses, one at least, up to the end of the RDATA. */
final class WinsServersField extends Field {
  private final Ipv4Field server;

  WinsServersField(String label) {
    super(label, "one or more IPv4 addresses");
    this.server = new Ipv4Field(label);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int mark = out.length();
    out.u32(0);
    int count = 0;
    advance(in);
    do {
      server.parseCurrent(in, out);
      count++;
    } while (in.advance());
    out.setU16(mark + 2, count);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    long count = in.u32();
    if (count == 0 || in.remaining() != count * IpText.OCTETS4) {
      throw wireFault(count + " addresses in " + in.remaining() + " octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    in.u32();
    out.u8('(');
    while (in.remaining() > 0) {
      out.u8(' ');
      server.print(in, out);
    }
    out.ascii(" )");
  }
}
