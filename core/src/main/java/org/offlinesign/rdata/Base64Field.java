package org.offlinesign.rdata;

import org.offlinesign.wire.Base64;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Octets up to the end of the RDATA, written in base64 with white space anywhere in it. */
final class Base64Field extends Field {
  private final int minimum;

  Base64Field(String label, int minimum) {
    super(label, "base64");
    this.minimum = minimum;
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (minimum > 0) {
      advance(in);
      parseFromCurrent(in, out);
    } else if (in.advance()) {
      parseFromCurrent(in, out);
    }
  }

  private void parseFromCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    Base64 decoder = new Base64();
    do {
      if (in.quoted() || decoder.decode(in.text(), in.start(), in.end(), out) >= 0) {
        throw fault(in);
      }
    } while (in.advance());
    String incomplete = decoder.finish(out);
    if (incomplete != null) {
      throw fault(incomplete, 0);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() < minimum) {
      throw wireFault("no octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    Base64.encode(in.array(), in.skip(length), length, out);
  }
}
