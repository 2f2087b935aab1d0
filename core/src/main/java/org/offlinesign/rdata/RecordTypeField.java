package org.offlinesign.rdata;

import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A record type in two octets, written as its mnemonic or as {@code TYPEn}. */
final class RecordTypeField extends Field {
  RecordTypeField(String label) {
    super(label, "a record type");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int type = RecordTypeRegistry.lookup(in.text(), in.start(), in.end());
    if (type < 0) {
      throw fault(in);
    }
    out.u16(type);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(2);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    RecordType.of(in.u16()).writeTo(out);
  }
}
