package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A character-string of letters and digits alone, printed without quotation marks. */
final class WordField extends Field {
  private final StringField string;
  private final int minimum;
  private final boolean lettersToo;

  private WordField(String label, String form, int minimum, boolean lettersToo) {
    super(label, form);
    this.string = new StringField(label);
    this.minimum = minimum;
    this.lettersToo = lettersToo;
  }

  /** A property tag (RFC 8659 §4.1). */
  static WordField tag(String label) {
    return new WordField(label, "letters and digits", 1, true);
  }

  /**
   * A number of the X.121 plan, which begins with a country code of four digits (RFC 1183 §3.1).
   */
  static WordField x121(String label) {
    return new WordField(label, "four or more digits", 4, false);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advanceToString(in);
    int mark = out.length();
    string.parseCurrent(in, out);
    if (!isWord(out.array(), mark + 1, out.length())) {
      throw fault(in);
    }
  }

  private boolean isWord(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      int octet = octets[i];
      boolean digit = octet >= '0' && octet <= '9';
      int lower = octet | 0x20;
      if (!digit && !(lettersToo && lower >= 'a' && lower <= 'z')) {
        return false;
      }
    }
    return to - from >= minimum;
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int length = in.u8();
    int at = in.skip(length);
    if (!isWord(in.array(), at, at + length)) {
      throw wireFault("'" + shown(in.array(), at, at + length) + "'");
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.u8();
    out.bytes(in.array(), in.skip(length), length);
  }
}
