package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The discovery bit, relay type and relay of an AMTRELAY record (RFC 8777 §4.2). */
final class AmtrelayField extends Field {
  private static final int DISCOVERY = 0x80;

  private final Gateway relay;
  private final String typeLabel;

  AmtrelayField(String type) {
    super("the " + type + " discovery bit", "0 or 1");
    this.relay = new Gateway("the " + type + " relay");
    this.typeLabel = "the " + type + " relay type";
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int discovery = (int) decimal(in, 1);
    if (!in.advance()) {
      throw new RdataSyntaxException(
          "expected " + typeLabel + ", a number 0 to 3, but found the end of the record");
    }
    long type = Decimal.parse(in.text(), in.start(), in.end(), Gateway.NAME);
    if (type < 0) {
      throw new RdataSyntaxException(
          "expected " + typeLabel + ", a number 0 to 3, but found '" + shown(in) + "'");
    }
    out.u8(discovery * DISCOVERY | (int) type);
    relay.parse((int) type, in, out);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    relay.check(in.u8() & ~DISCOVERY, in);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int octet = in.u8();
    int type = octet & ~DISCOVERY;
    out.decimal(octet >> 7).u8(' ').decimal(type).u8(' ');
    relay.print(type, in, out);
  }
}
