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
    unescape(in.text(), in.start(), in.end(), in, out);
  }

  /** Appends the octets that a part of the current text of a field stands for. */
  static void unescape(byte[] text, int from, int to, RdataScanner in, WireWriter out)
      throws RdataSyntaxException {
    int plainFrom = from;
    for (int at = from; at < to; ) {
      if (text[at] == '\\') {
        out.bytes(text, plainFrom, at - plainFrom);
        out.u8(escape(text, at, to, in));
        at += Escapes.length(text, at);
        plainFrom = at;
      } else {
        at++;
      }
    }
    out.bytes(text, plainFrom, to - plainFrom);
  }

  private static int escape(byte[] text, int at, int to, RdataScanner in)
      throws RdataSyntaxException {
    EscapeStyle style = in.escapes();
    int value = Escapes.value(text, at, to, style);
    if (value < 0) {
      throw new RdataSyntaxException(Escapes.describeFault(text, at, to, style), at - in.start());
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
