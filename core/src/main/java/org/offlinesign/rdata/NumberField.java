package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** An unsigned number of one, two or four octets. */
final class NumberField extends Field {
  private final int octets;
  private final long max;

  NumberField(String label, int octets) {
    super(label, "a number 0 to " + max(octets));
    this.octets = octets;
    this.max = max(octets);
  }

  static long max(int octets) {
    return (1L << (8 * octets)) - 1;
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    write(decimal(in, max), octets, out);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(octets);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.decimal(read(in, octets));
  }

  static void write(long value, int octets, WireWriter out) {
    switch (octets) {
      case 1 -> out.u8((int) value);
      case 2 -> out.u16((int) value);
      case 4 -> out.u32(value);
      default -> throw new AssertionError("no field has a number of " + octets + " octets");
    }
  }

  static long read(WireReader in, int octets) throws WireFormatException {
    return switch (octets) {
      case 1 -> in.u8();
      case 2 -> in.u16();
      case 4 -> in.u32();
      default -> throw new AssertionError("no field has a number of " + octets + " octets");
    };
  }
}
