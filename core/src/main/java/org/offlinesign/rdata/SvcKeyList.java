package org.offlinesign.rdata;

import java.util.TreeSet;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Keys other than "mandatory" itself, separated by commas, in any order (RFC 9460 §8). */
final class SvcKeyList extends SvcValue {
  @Override
  void parse(byte[] text, int length, WireWriter out) throws WireFormatException {
    TreeSet<Integer> keys = new TreeSet<>();
    for (int from = 0; from <= length; ) {
      int to = comma(text, from, length);
      int key = SvcKeys.number(text, from, to);
      if (key <= SvcKeys.MANDATORY) {
        throw fault("a key other than 'mandatory'", text, from, to);
      }
      if (!keys.add(key)) {
        throw fault("different keys", text, from, to);
      }
      from = to + 1;
    }
    keys.forEach(out::u16);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() == 0) {
      throw new WireFormatException("expected one or more keys but found none");
    }
    int previous = SvcKeys.MANDATORY;
    while (in.remaining() > 0) {
      int key = in.u16();
      if (key <= previous) {
        throw new WireFormatException("expected a key after " + previous + " but found " + key);
      }
      previous = key;
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.ascii(SvcKeys.name(in.u16()));
    while (in.remaining() > 0) {
      out.u8(',').ascii(SvcKeys.name(in.u16()));
    }
  }
}
