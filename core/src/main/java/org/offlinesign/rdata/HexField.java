package org.offlinesign.rdata;

import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Octets up to the end of the RDATA, written in hex with white space anywhere in it. */
final class HexField extends Field {
  private final int minimum;

  HexField(String label, int minimum) {
    super(label, "hex digits");
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

  /** Reads hex from the current text and from all that follows. */
  void parseFromCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int start = out.length();
    int high = -1;
    do {
      high = parseWord(high, in, out);
      refuseExcess(out, start);
    } while (in.advance());
    if (high >= 0) {
      int digits = 2 * (out.length() - start) + 1;
      throw fault("expected pairs of hex digits but found " + digits + " digits, an odd number", 0);
    }
  }

  /**
   * Reads one word of hex.
   *
   * @param high the digit that the words before left over; a negative number if they left none
   * @return the same of this word
   */
  private int parseWord(int high, RdataScanner in, WireWriter out) throws RdataSyntaxException {
    byte[] text = in.text();
    int end = in.end();
    out.reserve((end - in.start() + 1) / 2);
    byte[] octets = out.array();
    int at = out.length();
    int held = high;
    int bad = in.quoted() ? -1 : 0;
    for (int i = in.start(); i < end; i++) {
      int digit = Hex.digit(text[i]);
      bad |= digit;
      if (held < 0) {
        held = digit;
      } else {
        octets[at++] = (byte) (held << 4 | digit);
        held = -1;
      }
    }
    if (bad < 0) {
      throw fault(in);
    }
    out.advance(at - out.length());
    return held;
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
    Hex.encode(in.array(), in.skip(length), length, out);
  }
}
