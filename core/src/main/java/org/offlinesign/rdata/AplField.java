package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** Address prefixes up to the end of the RDATA, {@code !1:192.0.2.0/24} (RFC 3123). */
final class AplField extends Field {
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;
  private static final int NEGATION = 0x80;

  AplField(String label) {
    super(label, "an address prefix like 1:192.0.2.0/24 or !2:2001:db8::/32");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    while (in.advance()) {
      if (in.quoted()) {
        throw fault(in);
      }
      parseItem(in, out);
    }
  }

  private void parseItem(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    byte[] text = in.text();
    int at = in.start();
    boolean negated = at < in.end() && text[at] == '!';
    at += negated ? 1 : 0;
    int colon = indexOf((byte) ':', text, at, in.end());
    long family = Decimal.parse(text, at, colon, IPV6);
    int slash = indexOf((byte) '/', text, colon, in.end());
    if (family < IPV4 || slash == in.end()) {
      throw fault(in);
    }
    long prefix = Decimal.parse(text, slash + 1, in.end(), maxPrefix((int) family));
    WireWriter address = new WireWriter(IpText.OCTETS6);
    if (prefix < 0 || !address((int) family, text, colon + 1, slash, address)) {
      throw fault(in);
    }
    int length = address.length();
    // RFC 3123 §4: trailing zero octets are not sent.
    while (length > 0 && address.array()[length - 1] == 0) {
      length--;
    }
    out.u16((int) family).u8((int) prefix).u8((negated ? NEGATION : 0) | length);
    out.bytes(address.array(), 0, length);
  }

  private static int indexOf(byte wanted, byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] != wanted) {
      at++;
    }
    return at;
  }

  private static int maxPrefix(int family) {
    return family == IPV4 ? 32 : 128;
  }

  private static boolean address(int family, byte[] text, int from, int to, WireWriter out) {
    if (family == IPV6) {
      return IpText.parse6(text, from, to, out);
    }
    long address = IpText.parse4(text, from, to);
    out.u32(address);
    return address >= 0;
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    while (in.remaining() > 0) {
      int family = in.u16();
      int prefix = in.u8();
      int length = in.u8() & ~NEGATION;
      int at = in.skip(length);
      boolean known = family == IPV4 || family == IPV6;
      if (known && (prefix > maxPrefix(family) || length > maxPrefix(family) / 8)) {
        throw wireFault("family " + family + ", prefix " + prefix + ", " + length + " octets");
      }
      if (length > 0 && in.array()[at + length - 1] == 0) {
        throw wireFault("a zero octet at the end of an address");
      }
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int start = out.length();
    while (in.remaining() > 0) {
      if (out.length() > start) {
        out.u8(' ');
      }
      int family = in.u16();
      int prefix = in.u8();
      int octet = in.u8();
      int length = octet & ~NEGATION;
      byte[] address = new byte[IpText.OCTETS6];
      System.arraycopy(in.array(), in.skip(length), address, 0, Math.min(length, address.length));
      if (octet != length) {
        out.u8('!');
      }
      out.decimal(family).u8(':');
      switch (family) {
        case IPV4 -> IpText.print4(new WireReader(address).u32(), out);
        case IPV6 -> IpText.print6(address, 0, out);
        default -> throw wireFault("address family " + family);
      }
      out.u8('/').decimal(prefix);
    }
  }
}
