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
  private static final int WINDOW_TYPES = 256;

  TypeBitmapField(String label) {
    super(label, "record types");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    if (!in.advance()) {
      return;
    }
    long[] first = new long[WINDOW_OCTETS / Long.BYTES];
    TypeBitmap others = null;
    do {
      int type = RecordTypeRegistry.lookup(in.text(), in.start(), in.end());
      if (type < 0 || in.quoted()) {
        throw fault(in);
      }
      if (type < WINDOW_TYPES) {
        first[type / Long.SIZE] |= Long.MIN_VALUE >>> type;
      } else {
        others = others == null ? new TypeBitmap() : others;
        others.add(type);
      }
    } while (in.advance());
    writeFirstWindow(first, out);
    if (others != null) {
      others.writeTo(out);
    }
  }

  // Nearly all bitmaps have the first window alone; a TypeBitmap of 8 KB would be most of the work.
  private static void writeFirstWindow(long[] bits, WireWriter out) {
    int mark = out.length();
    out.u8(0).u8(0);
    for (long part : bits) {
      out.u32(part >>> 32).u32(part);
    }
    int end = out.length();
    while (end > mark + 2 && out.array()[end - 1] == 0) {
      end--;
    }
    int octets = end - mark - 2;
    out.truncate(octets == 0 ? mark : end);
    if (octets > 0) {
      out.setU8(mark + 1, octets);
    }
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
      for (int i = 0; i < octets; i++) {
        int bits = in.array()[at + i] & 0xff;
        for (int bit = 0; bits != 0; bit++, bits = bits << 1 & 0xff) {
          if ((bits & 0x80) != 0) {
            if (out.length() > start) {
              out.u8(' ');
            }
            RecordType.of(window << 8 | i << 3 | bit).writeTo(out);
          }
        }
      }
    }
  }
}
