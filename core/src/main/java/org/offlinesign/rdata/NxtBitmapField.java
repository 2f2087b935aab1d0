package org.offlinesign.rdata;

import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The types below 128 of a retired NXT record, a bit each, without windows (RFC 2535 §5.2). */
final class NxtBitmapField extends Field {
  private static final int TYPES = 128;
  private static final int MAX_OCTETS = TYPES / 8;

  NxtBitmapField(String label) {
    super(label, "record types below 128");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int mark = out.length();
    while (in.advance()) {
      int type = RecordTypeRegistry.lookup(in.text(), in.start(), in.end());
      // RFC 2535 §5.2: bit 0 says that the bits have another meaning, so type 0 cannot be in it.
      if (type < 1 || type >= TYPES || in.quoted()) {
        throw fault(in);
      }
      while (out.length() - mark <= type / 8) {
        out.u8(0);
      }
      int at = mark + type / 8;
      out.setU8(at, out.array()[at] | 0x80 >> (type & 7));
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int octets = in.remaining();
    if (octets > MAX_OCTETS) {
      throw wireFault(octets + " octets");
    }
    int at = in.skip(octets);
    if (octets > 0 && (in.array()[at] < 0 || in.array()[at + octets - 1] == 0)) {
      throw wireFault("bit 0 or a zero octet at the end");
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int start = out.length();
    int octets = in.remaining();
    int at = in.skip(octets);
    for (int type = 0; type < octets * 8; type++) {
      if ((in.array()[at + type / 8] & 0x80 >> (type & 7)) != 0) {
        if (out.length() > start) {
          out.u8(' ');
        }
        RecordType.of(type).writeTo(out);
      }
    }
  }
}
