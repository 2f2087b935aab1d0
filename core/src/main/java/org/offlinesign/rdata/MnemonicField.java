package org.offlinesign.rdata;

import java.nio.charset.StandardCharsets;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A number for which a word may stand; it is printed as a number, which every program reads. */
final class MnemonicField extends Field {
  private final int octets;
  private final Mnemonics mnemonics;

  MnemonicField(String label, int octets, Mnemonics mnemonics) {
    super(label, "a number 0 to " + NumberField.max(octets) + " or its mnemonic");
    this.octets = octets;
    this.mnemonics = mnemonics;
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    long value = Decimal.parse(in.text(), in.start(), in.end(), NumberField.max(octets));
    if (value < 0) {
      value = mnemonics.number(word(in));
    }
    if (value < 0) {
      throw fault(in);
    }
    NumberField.write(value, octets, out);
  }

  private static String word(RdataScanner in) {
    int length = in.end() - in.start();
    return new String(in.text(), in.start(), length, StandardCharsets.ISO_8859_1);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(octets);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    out.decimal(NumberField.read(in, octets));
  }
}
