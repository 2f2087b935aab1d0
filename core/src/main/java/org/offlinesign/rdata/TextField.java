package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** One string that fills the rest of the RDATA and has no length octet (RFC 7553, RFC 8659). */
final class TextField extends Field {
  TextField(String label) {
    super(label, "a string");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advanceToString(in);
    StringText.unescape(in, out);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    StringText.quote(in.array(), in.skip(length), length, out);
  }
}
