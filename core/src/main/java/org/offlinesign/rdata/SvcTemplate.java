package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A relative URI template with a variable "dns" (RFC 9461 §5). */
final class SvcTemplate extends SvcValue {
  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    UriTemplate.check(text, 0, length);
    out.bytes(text, 0, length);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int length = in.remaining();
    int at = in.skip(length);
    UriTemplate.check(in.array(), at, at + length);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    StringText.quote(in.array(), in.skip(length), length, out);
  }
}
