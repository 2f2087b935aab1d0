package org.offlinesign.rdata;

import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** An address of any length in hex after {@code 0x}, dots ignored (RFC 1706 §7). */
final class NsapField extends Field {
  NsapField(String label) {
    super(label, "0x and hex digits");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    byte[] text = in.text();
    int start = in.start();
    if (in.end() - start < 4 || text[start] != '0' || (text[start + 1] | 0x20) != 'x') {
      throw fault(in);
    }
    int high = -1;
    for (int i = start + 2; i < in.end(); i++) {
      if (text[i] == '.') {
        continue;
      }
      int digit = Hex.digit(text[i]);
      if (digit < 0) {
        throw fault(in);
      }
      if (high < 0) {
        high = digit;
      } else {
        out.u8(high << 4 | digit);
        high = -1;
      }
    }
    if (high >= 0) {
      throw fault("expected pairs of hex digits but found an odd count", 0);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() == 0) {
      throw wireFault("no octets");
    }
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    out.u8('0').u8('x');
    Hex.encode(in.array(), in.skip(length), length, out);
  }
}
