package org.offlinesign.rdata;

import org.offlinesign.record.RecordType;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.record.TypeBitmap;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Record types up to the end of the RDATA, in windows of bits (RFC 4034 §4.1.2). */
final class TypeBitmapField extends Field {
  private static final int WINDOW_OCTETS = 32;

  TypeBitmapField(String label) {
    super(label, "record types");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (!in.advance()) {
      return;
    }
    TypeBitmap types = new TypeBitmap();
    do {
      int type = RecordTypeRegistry.lookup(in.text(), in.start(), in.end());
      if (type < 0 || in.quoted()) {
        throw fault(in);
      }
      types.add(type);
    } while (in.advance());
    types.writeTo(out);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int previous = -1;
    while (in.remaining() > 0) {
      int window = in.u8();
      int octets = in.u8();
      if (window <= previous || octets < 1 || octets > WINDOW_OCTETS) {
        throw wireFault("window " + window + " of " + octets + " octets");
      }
      int at = in.skip(octets);
      if (in.array()[at + octets - 1] == 0) {
        throw wireFault("a zero octet at the end of window " + window);
      }
      previous = window;
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int start = out.length();
    while (in.remaining() > 0) {
      int window = in.u8();
      int octets = in.u8();
      int at = in.skip(octets);
      for (int bit = 0; bit < octets * 8; bit++) {
        if ((in.array()[at + (bit >> 3)] & 0x80 >> (bit & 7)) != 0) {
          if (out.length() > start) {
            out.u8(' ');
          }
          out.ascii(RecordType.of(window << 8 | bit).toString());
        }
      }
    }
  }
}
