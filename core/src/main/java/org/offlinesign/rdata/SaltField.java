package org.offlinesign.rdata;

import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A length octet and octets in hex, {@code -} if there are none (RFC 5155 §3.3). */
final class SaltField extends Field {
  private static final int MAX_LENGTH = 255;

  SaltField(String label) {
    super(label, "hex digits or '-'");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    byte[] text = in.text();
    int start = in.start();
    int digits = in.end() - start;
    if (digits == 1 && text[start] == '-') {
      out.u8(0);
      return;
    }
    if (digits == 0 || digits % 2 != 0 || digits / 2 > MAX_LENGTH) {
      throw fault(in);
    }
    out.u8(digits / 2);
    for (int i = start; i < in.end(); i += 2) {
      int octet = Hex.digit(text[i]) << 4 | Hex.digit(text[i + 1]);
      if (octet < 0) {
        throw fault(in);
      }
      out.u8(octet);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(in.u8());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.u8();
    int at = in.skip(length);
    if (length == 0) {
      out.u8('-');
    } else {
      Hex.encode(in.array(), at, length, out);
    }
  }
}
