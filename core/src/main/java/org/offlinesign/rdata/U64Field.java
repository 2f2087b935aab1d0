package org.offlinesign.rdata;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** An unsigned number of eight octets. */
final class U64Field extends Field {
  private static final int OCTETS = 8;
  private static final int MAX_DIGITS = 20;

  U64Field(String label) {
    super(label, "a number 0 to 18446744073709551615");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int length = in.end() - in.start();
    String text = new String(in.text(), in.start(), length, StandardCharsets.ISO_8859_1);
    boolean digits = length > 0 && length <= MAX_DIGITS && text.chars().allMatch(U64Field::isDigit);
    if (!digits) {
      throw fault(in);
    }
    BigInteger value = new BigInteger(text);
    if (value.bitLength() > 8 * OCTETS) {
      throw fault(in);
    }
    out.u32(value.shiftRight(32).longValue()).u32(value.longValue());
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
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
