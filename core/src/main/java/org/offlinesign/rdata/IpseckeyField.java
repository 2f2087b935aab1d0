package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The gateway type, algorithm, gateway and key of an IPSECKEY record (RFC 4025 §2). */
final class IpseckeyField extends Field {
  private final NumberField algorithm;
  private final Gateway gateway;
  private final Base64Field key;

  IpseckeyField(String type) {
    super("the " + type + " gateway type", "a number 0 to 3");
    this.algorithm = new NumberField("the " + type + " algorithm", 1);
    this.gateway = new Gateway("the " + type + " gateway");
    this.key = new Base64Field("the " + type + " public key", Base64Field.Empty.REFUSED);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int type = (int) decimal(in, Gateway.NAME);
    out.u8(type);
    int algorithmAt = out.length();
    algorithm.parse(in, out);
    boolean hasKey = out.array()[algorithmAt] != 0;
    gateway.parse(type, in, out);
    // RFC 4025 §2.4: algorithm 0 says that no key is present.
    if (hasKey) {
      key.parse(in, out);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int type = in.u8();
    boolean hasKey = in.u8() != 0;
    gateway.check(type, in);
    if (hasKey && type <= Gateway.NAME) {
      key.check(in);
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int type = in.u8();
    out.decimal(type).u8(' ').decimal(in.u8()).u8(' ');
    gateway.print(type, in, out);
    if (in.remaining() > 0) {
      out.u8(' ');
      key.print(in, out);
    }
  }
}
