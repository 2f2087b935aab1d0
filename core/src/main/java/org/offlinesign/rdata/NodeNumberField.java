package org.offlinesign.rdata;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * A node number of the Bundle Protocol in eight octets, written as one number or as allocator and
 * node joined by a dot (RFC 9758).
 */
final class NodeNumberField extends Field {
  private static final int OCTETS = 8;
  private static final int MAX_DIGITS = 20;
  private static final long MAX_PART = 0xffffffffL;

  NodeNumberField(String label) {
    super(label, "a number 0 to 18446744073709551615 or an allocator and a node like 977000.100");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int dot = in.start();
    while (dot < in.end() && in.text()[dot] != '.') {
      dot++;
    }
    if (dot == in.end()) {
      out.bytes(whole(in), 0, OCTETS);
      return;
    }
    long allocator = Decimal.parse(in.text(), in.start(), dot, MAX_PART);
    long node = Decimal.parse(in.text(), dot + 1, in.end(), MAX_PART);
    if (allocator < 0 || node < 0) {
      throw fault(in);
    }
    out.u32(allocator).u32(node);
  }

  private byte[] whole(RdataScanner in) throws RdataSyntaxException {
    int length = in.end() - in.start();
    String text = new String(in.text(), in.start(), length, StandardCharsets.ISO_8859_1);
    if (!text.matches("[0-9]{1," + MAX_DIGITS + "}")) {
      throw fault(in);
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() > 8 * OCTETS) {
      throw fault(in);
    }
    return new WireWriter(OCTETS)
        .u32(value.shiftRight(32).longValue())
        .u32(value.longValue())
        .toByteArray();
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(OCTETS);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.ascii(Long.toUnsignedString(in.u32() << 32 | in.u32()));
  }
}
