package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** All RDATA of a type without a text form of its own: only {@code \#} writes it (RFC 3597 §5). */
final class OpaqueField extends Field {
  OpaqueField(String mnemonic) {
    super("the " + mnemonic + " RDATA", "\\# with its length and hex digits");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advanceToString(in);
    throw fault(in);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(in.remaining());
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.remaining();
    GenericText.print(in.array(), in.skip(length), length, out);
  }
}
