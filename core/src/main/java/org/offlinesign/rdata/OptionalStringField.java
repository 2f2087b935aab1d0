package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A character-string at the end of the RDATA that may be missing. */
final class OptionalStringField extends Field {
  private final StringField string;

  OptionalStringField(String label) {
    super(label, "a string or nothing");
    this.string = new StringField(label);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (in.advance()) {
      string.parseCurrent(in, out);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    if (in.remaining() > 0) {
      string.check(in);
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    if (in.remaining() > 0) {
      string.print(in, out);
    }
  }
}
