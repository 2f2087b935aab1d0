package org.offlinesign.rdata;

import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * An ATM address (ATM Forum, AF-DANS-0152): a format octet, then hex digits (format 0) or, after
 * {@code +}, the digits of a telephone number (format 1); single dots between digits are ignored.
 */
final class AtmaField extends Field {
  private static final int NSAP_FORMAT = 0;
  private static final int E164_FORMAT = 1;

  AtmaField(String label) {
    super(label, "hex digits, or '+' and digits");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    boolean telephone = in.end() > in.start() && in.text()[in.start()] == '+';
    WireWriter digits = digits(in, telephone ? in.start() + 1 : in.start());
    if (telephone) {
      checkDecimal(in, digits);
      out.u8(E164_FORMAT).bytes(digits);
      return;
    }
    if (digits.length() % 2 != 0) {
      throw fault(in);
    }
    out.u8(NSAP_FORMAT);
    for (int i = 0; i < digits.length(); i += 2) {
      int octet = Hex.digit(digits.array()[i]) << 4 | Hex.digit(digits.array()[i + 1]);
      if (octet < 0) {
        throw fault(in);
      }
      out.u8(octet);
    }
  }

  /** Returns the text without its dots, which must each stand between digits. */
  private WireWriter digits(RdataScanner in, int from) throws RdataSyntaxException {
    WireWriter digits = new WireWriter(in.end() - from);
    boolean afterDigit = false;
    for (int i = from; i < in.end(); i++) {
      boolean dot = in.text()[i] == '.';
      if (dot && !afterDigit) {
        throw fault(in);
      }
      if (!dot) {
        digits.u8(in.text()[i]);
      }
      afterDigit = !dot;
    }
    if (!afterDigit) {
      throw fault(in);
    }
    return digits;
  }

  private void checkDecimal(RdataScanner in, WireWriter digits) throws RdataSyntaxException {
    for (int i = 0; i < digits.length(); i++) {
      if (!isDigit(digits.array()[i])) {
        throw fault(in);
      }
    }
  }

  private static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int format = in.u8();
    int length = in.remaining();
    if (length == 0) {
      throw wireFault("no address");
    }
    int at = in.skip(length);
    for (int i = at; i < at + length && format == E164_FORMAT; i++) {
      if (!isDigit(in.array()[i])) {
        throw wireFault("octet " + (in.array()[i] & 0xff));
      }
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int format = in.u8();
    int length = in.remaining();
    int at = in.skip(length);
    switch (format) {
      case NSAP_FORMAT -> Hex.encode(in.array(), at, length, out);
      case E164_FORMAT -> out.u8('+').bytes(in.array(), at, length);
      default -> throw wireFault("format " + format);
    }
  }
}
