package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A time in four octets as RRSIG records have it. */
final class SignatureTimeField extends Field {
  SignatureTimeField(String label) {
    super(label, "a time YYYYMMDDHHMMSS or seconds since 1970");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    long time = SignatureTime.parse(in.text(), in.start(), in.end());
    if (time < 0) {
      throw fault(in);
    }
    out.u32(time);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(4);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    SignatureTime.print(in.u32(), out);
  }
}
