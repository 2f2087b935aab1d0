package org.offlinesign.rdata;

import java.util.Locale;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A fixed count of octets, written as groups of hex digits with a mark in between. */
final class HexGroupsField extends Field {
  private final int groups;
  private final int octetsPerGroup;
  private final char mark;

  private HexGroupsField(String label, String form, int groups, int octetsPerGroup, char mark) {
    super(label, form);
    this.groups = groups;
    this.octetsPerGroup = octetsPerGroup;
    this.mark = mark;
  }

  /** An address of 6 or 8 octets, {@code 00-00-5e-00-53-2a} (RFC 7043 §3.2). */
  static HexGroupsField eui(String label, int octets) {
    return new HexGroupsField(label, octets + " pairs of hex digits joined by '-'", octets, 1, '-');
  }

  /** A value of 64 bits, {@code 2001:0db8:1140:1000} (RFC 6742 §2.1.2). */
  static HexGroupsField locator(String label) {
    return new HexGroupsField(label, "four groups of hex digits joined by ':'", 4, 2, ':');
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    byte[] text = in.text();
    int at = in.start();
    for (int group = 0; group < groups; group++) {
      if (group > 0 && (at == in.end() || text[at++] != mark)) {
        throw fault(in);
      }
      int start = at;
      int value = 0;
      while (at < in.end() && at - start < 2 * octetsPerGroup && Hex.digit(text[at]) >= 0) {
        value = value << 4 | Hex.digit(text[at++]);
      }
      // Locators are written like parts of IPv6 addresses, leading zeros left out (RFC 6742
      // §2.2.2).
      int least = octetsPerGroup == 1 ? 2 : 1;
      if (at - start < least) {
        throw fault(in);
      }
      NumberField.write(value, octetsPerGroup, out);
    }
    if (at != in.end()) {
      throw fault(in);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    in.skip(groups * octetsPerGroup);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    for (int group = 0; group < groups; group++) {
      if (group > 0) {
        out.u8(mark);
      }
      // Knot wants all four digits of a locator's group.
      String digits = octetsPerGroup == 1 ? "%02x" : "%04x";
      out.ascii(String.format(Locale.ROOT, digits, NumberField.read(in, octetsPerGroup)));
    }
  }
}
