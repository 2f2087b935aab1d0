package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** One or more different numbers of two octets each, separated by commas. */
final class SvcNumbers extends SvcValue {
  private static final int MAX = 65535;

  private final int most;

  SvcNumbers(int most) {
    this.most = most;
  }

  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    int mark = out.length();
    for (int from = 0; from <= length; ) {
      int to = comma(text, from, length);
      long number = Decimal.parse(text, from, to, MAX);
      if (number < 0) {
        throw fault("a number 0 to 65535", text, from, to);
      }
      out.u16((int) number);
      from = to + 1;
    }
    check(new WireReader(out.array(), mark, out.length() - mark));
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int count = in.remaining() / 2;
    if (count < 1 || count > most || in.remaining() % 2 != 0) {
      throw new WireFormatException(
          "expected 1 to " + most + " numbers but found " + in.remaining() + " octets");
    }
    java.util.BitSet seen = new java.util.BitSet();
    while (in.remaining() > 0) {
      int number = in.u16();
      if (seen.get(number)) {
        throw new WireFormatException("expected different numbers but found " + number + " twice");
      }
      seen.set(number);
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.decimal(in.u16());
    while (in.remaining() > 0) {
      out.u8(',').decimal(in.u16());
    }
  }
}
