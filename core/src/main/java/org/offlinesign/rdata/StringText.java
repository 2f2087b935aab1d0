package org.offlinesign.rdata;

import org.offlinesign.name.EscapeStyle;
import org.offlinesign.name.Escapes;
import org.offlinesign.wire.WireWriter;

/** The text of character-strings (RFC 1035 §5.1). */
final class StringText {
  static final int MAX_LENGTH = 255;

  private StringText() {}

  /** Appends the octets that the current text of a field stands for. */
  static void unescape(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    byte[] text = in.text();
    int to = in.end();
    int plainFrom = in.start();
    for (int at = plainFrom; at < to; ) {
      if (text[at] == '\\') {
        out.bytes(text, plainFrom, at - plainFrom);
        out.u8(escape(text, at, in));
        at += Escapes.length(text, at);
        plainFrom = at;
      } else {
        at++;
      }
    }
    out.bytes(text, plainFrom, to - plainFrom);
  }

  private static int escape(byte[] text, int at, RdataScanner in) throws RdataSyntaxException {
    EscapeStyle style = in.escapes();
    int value = Escapes.value(text, at, in.end(), style);
    if (value < 0) {
      throw new RdataSyntaxException(
          Escapes.describeFault(text, at, in.end(), style), at - in.start());
    }
    return value;
  }

  /** Appends some octets between quotation marks. */
  static void quote(byte[] octets, int offset, int count, WireWriter out) {
    out.u8('"');
    for (int i = offset; i < offset + count; i++) {
      Escapes.writeQuotedOctet(octets[i] & 0xff, out);
    }
    out.u8('"');
  }
}
