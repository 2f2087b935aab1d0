package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A character-string: a length octet and at most 255 octets (RFC 1035 §3.3). */
final class StringField extends Field {
  StringField(String label) {
    super(label, "a string of at most 255 octets");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advanceToString(in);
    parseCurrent(in, out);
  }

  /** Reads a string from the current text. */
  void parseCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int mark = out.length();
    out.u8(0);
    StringText.unescape(in, out);
    int length = out.length() - mark - 1;
    if (length > StringText.MAX_LENGTH) {
      throw fault("expected at most 255 octets but found " + length, 0);
    }
    out.setU8(mark, length);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(in.u8());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.u8();
    StringText.quote(in.array(), in.skip(length), length, out);
  }
}
