package org.offlinesign.rdata;

import org.offlinesign.wire.Base64;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Octets up to the end of the RDATA, written in base64 with white space anywhere in it. */
final class Base64Field extends Field {
  /** What stands for no octets at all. */
  enum Empty {
    /** Nothing may stand for it: there is one octet at least. */
    REFUSED,
    /** No text. */
    LEFT_OUT,
    /** A hyphen. */
    HYPHEN
  }

  private final Empty empty;

  Base64Field(String label, Empty empty) {
    super(label, "base64");
    this.empty = empty;
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (empty != Empty.LEFT_OUT) {
      advance(in);
      if (empty == Empty.REFUSED || !isHyphen(in)) {
        parseFromCurrent(in, out);
      }
    } else if (in.advance()) {
      parseFromCurrent(in, out);
    }
  }

  private static boolean isHyphen(RdataScanner in) {
    return in.end() - in.start() == 1 && in.text()[in.start()] == '-';
  }

  private void parseFromCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    Base64 decoder = new Base64();
    int start = out.length();
    do {
      refuseExcess(out, start);
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
    if (in.remaining() == 0 && empty == Empty.REFUSED) {
      throw wireFault("no octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    if (length == 0 && empty == Empty.HYPHEN) {
      out.u8('-');
    }
    Base64.encode(in.array(), in.skip(length), length, out);
  }
}
