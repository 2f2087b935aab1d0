package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The value of a key without a form of its own, or of a key that never has a value. */
final class SvcOctets extends SvcValue {
  private final int max;

  private SvcOctets(int max) {
    this.max = max;
  }

  static SvcOctets any() {
    return new SvcOctets(0xffff);
  }

  static SvcOctets none() {
    return new SvcOctets(0);
  }

  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    if (length > max) {
      throw fault(max == 0 ? "no value" : "at most 65535 octets", text, 0, length);
    }
    out.bytes(text, 0, length);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() > max) {
      throw new WireFormatException("expected no value but found " + in.remaining() + " octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    StringText.quote(in.array(), in.skip(length), length, out);
  }
}
