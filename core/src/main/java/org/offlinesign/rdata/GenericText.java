package org.offlinesign.rdata;

import org.offlinesign.record.Rdata;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** RDATA of any type as {@code \# length hex} (RFC 3597 §5). */
final class GenericText {
  private static final HexField OCTETS = new HexField("the RDATA after \\#", 1);

  private GenericText() {}

  /** Says whether the current field is {@code \#}. */
  static boolean startsAt(RdataScanner in) {
    byte[] text = in.text();
    int start = in.start();
    return in.end() - start == 2 && text[start] == '\\' && text[start + 1] == '#' && !in.quoted();
  }

  /** Reads the length and the octets that follow {@code \#}. */
  static void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (!in.advance()) {
      throw new RdataSyntaxException(
          "expected the length of the RDATA after \\# but found the end of the record");
    }
    long length = Decimal.parse(in.text(), in.start(), in.end(), Rdata.MAX_LENGTH);
    if (length < 0) {
      throw new RdataSyntaxException(
          "expected the length of the RDATA, a number 0 to 65535, but found '"
              + Field.shown(in)
              + "'");
    }
    int mark = out.length();
    if (in.advance()) {
      OCTETS.parseFromCurrent(in, out);
    }
    int found = out.length() - mark;
    if (found != length) {
      throw new RdataSyntaxException(
          "expected " + length + " octets of RDATA after \\# but found " + found);
    }
  }

  /** Appends the text of some octets. */
  static void print(byte[] rdata, int offset, int length, WireWriter out) {
    out.u8('\\').u8('#').u8(' ').decimal(length);
    if (length > 0) {
      out.u8(' ');
      Hex.encode(rdata, offset, length, out);
    }
  }
}
