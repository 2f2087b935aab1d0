package org.offlinesign.rdata;

import org.offlinesign.wire.Base64;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** Octets written as a single word in hex or base64, whose length stands elsewhere. */
final class TokenField {
  /** How the octets are written. */
  enum Coding {
    HEX("hex digits"),
    BASE64("base64");

    private final String form;

    Coding(String form) {
      this.form = form;
    }
  }

  private final String label;
  private final Coding coding;

  TokenField(String label, Coding coding) {
    this.label = label;
    this.coding = coding;
  }

  /** Reads the next word, appends its octets, 1 at least, and returns their count. */
  int parse(RdataScanner in, WireWriter out, int max) throws RdataSyntaxException {
    if (!in.advance()) {
      throw new RdataSyntaxException(expected() + " but found the end of the record");
    }
    int mark = out.length();
    boolean read = !in.quoted() && (coding == Coding.HEX ? hex(in, out) : base64(in, out));
    int length = out.length() - mark;
    if (!read || length < 1 || length > max) {
      throw new RdataSyntaxException(expected() + " but found '" + Field.shown(in) + "'");
    }
    return length;
  }

  private String expected() {
    return "expected " + label + ", " + coding.form + ",";
  }

  private static boolean hex(RdataScanner in, WireWriter out) {
    byte[] text = in.text();
    if ((in.end() - in.start()) % 2 != 0) {
      return false;
    }
    for (int i = in.start(); i < in.end(); i += 2) {
      int octet = Hex.digit(text[i]) << 4 | Hex.digit(text[i + 1]);
      if (octet < 0) {
        return false;
      }
      out.u8(octet);
    }
    return true;
  }

  private static boolean base64(RdataScanner in, WireWriter out) {
    Base64 decoder = new Base64();
    return decoder.decode(in.text(), in.start(), in.end(), out) < 0 && decoder.finish(out) == null;
  }
}
