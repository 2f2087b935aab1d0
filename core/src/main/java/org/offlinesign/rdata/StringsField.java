package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Character-strings up to the end of the RDATA, one at least. */
final class StringsField extends Field {
  private final StringField member;

  StringsField(String label) {
    super(label, "one or more strings");
    this.member = new StringField(label);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int start = out.length();
    advanceToString(in);
    do {
      member.parseCurrent(in, out);
      refuseExcess(out, start);
    } while (in.advance());
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    do {
      member.check(in);
    } while (in.remaining() > 0);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    member.print(in, out);
    while (in.remaining() > 0) {
      out.u8(' ');
      member.print(in, out);
    }
  }
}
