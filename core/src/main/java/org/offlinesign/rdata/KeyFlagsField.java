package org.offlinesign.rdata;

import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** The flags of a key: a number, or words joined by {@code |} (RFC 2535 §7.1). */
final class KeyFlagsField extends Field {
  private static final int MAX = 0xffff;

  KeyFlagsField(String label) {
    super(label, "a number 0 to 65535 or flags joined by '|'");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    long number = Decimal.parse(in.text(), in.start(), in.end(), MAX);
    out.u16(number >= 0 ? (int) number : words(in));
  }

  private int words(RdataScanner in) throws RdataSyntaxException {
    int length = in.end() - in.start();
    String text = new String(in.text(), in.start(), length, StandardCharsets.ISO_8859_1);
    int flags = 0;
    for (String word : text.split("\\|", -1)) {
      int flag = Mnemonics.KEY_FLAGS.number(word);
      if (flag < 0) {
        throw fault(in);
      }
      flags |= flag;
    }
    return flags;
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(2);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.decimal(in.u16());
  }
}
