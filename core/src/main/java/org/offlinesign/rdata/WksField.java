package org.offlinesign.rdata;

import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The protocol and the bits of ports of a WKS record (RFC 1035 §3.4.2). */
final class WksField extends Field {
  private static final int MAX_PORT = 65535;
  private static final int MAX_OCTETS = (MAX_PORT + 1) / 8;

  private final MnemonicField protocol;

  WksField(String type) {
    super("the " + type + " service", "a port or the name of a service");
    this.protocol = new MnemonicField("the " + type + " protocol", 1, Mnemonics.IP_PROTOCOLS);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    protocol.parse(in, out);
    int mark = out.length();
    while (in.advance()) {
      int port = port(in);
      while (out.length() - mark <= port / 8) {
        out.u8(0);
      }
      int at = mark + port / 8;
      out.setU8(at, out.array()[at] | 0x80 >> (port & 7));
    }
  }

  private int port(RdataScanner in) throws RdataSyntaxException {
    int length = in.end() - in.start();
    int port = (int) Decimal.parse(in.text(), in.start(), in.end(), MAX_PORT);
    if (port < 0) {
      String name = new String(in.text(), in.start(), length, StandardCharsets.ISO_8859_1);
      port = Mnemonics.SERVICES.number(name);
    }
    if (port < 0 || in.quoted()) {
      throw fault(in);
    }
    return port;
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    protocol.check(in);
    if (in.remaining() > MAX_OCTETS) {
      throw wireFault(in.remaining() + " octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    protocol.print(in, out);
    int octets = in.remaining();
    int at = in.skip(octets);
    if (octets > 0 && in.array()[at + octets - 1] == 0) {
      throw wireFault("a zero octet at the end, which text cannot say");
    }
    for (int port = 0; port < octets * 8; port++) {
      if ((in.array()[at + port / 8] & 0x80 >> (port & 7)) != 0) {
        out.u8(' ').decimal(port);
      }
    }
  }
}
