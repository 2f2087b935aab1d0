package org.offlinesign.rdata;

import org.offlinesign.wire.Base64;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Octets in base64, one at least (RFC 9848 §3). */
final class SvcBase64 extends SvcValue {
  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    Base64 decoder = new Base64();
    if (length == 0 || decoder.decode(text, 0, length, out) >= 0) {
      throw fault("base64", text, 0, length);
    }
    String incomplete = decoder.finish(out);
    if (incomplete != null) {
      throw new WireFormatException(incomplete);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() == 0) {
      throw new WireFormatException("expected a value but found none");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    Base64.encode(in.array(), in.skip(length), length, out);
  }
}
