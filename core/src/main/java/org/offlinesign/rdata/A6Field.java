package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * All RDATA of a retired A6 record (RFC 2874 §3.1): a prefix length, the bits of the address that
 * the prefix does not have, and the name that has the prefix.
 */
final class A6Field extends Field {
  private static final int BITS = 128;

  private final Ipv6Field address;
  private final NameField prefixName;

  A6Field(String type) {
    super("the " + type + " prefix length", "a number 0 to 128");
    this.address = new Ipv6Field("the " + type + " address suffix");
    this.prefixName = new NameField("the " + type + " prefix name", true);
  }

  @Override
  boolean lowersNames() {
    return true;
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int prefix = (int) decimal(in, BITS);
    out.u8(prefix);
    if (prefix < BITS) {
      WireWriter whole = new WireWriter(IpText.OCTETS6);
      address.parse(in, whole);
      int octets = suffixOctets(prefix);
      int first = IpText.OCTETS6 - octets;
      int mark = out.length();
      out.bytes(whole.array(), first, octets);
      out.setU8(mark, out.array()[mark] & suffixMask(prefix));
    }
    if (prefix > 0) {
      prefixName.parse(in, out);
    }
  }

  private static int suffixOctets(int prefix) {
    return (BITS - prefix + 7) / 8;
  }

  /** Returns the bits of the first octet that belong to the suffix. */
  private static int suffixMask(int prefix) {
    return 0xff >> (prefix & 7);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int prefix = checkSuffix(in);
    if (prefix > 0) {
      prefixName.check(in);
    }
  }

  /** Passes over the prefix length and the suffix, and returns the former. */
  private int checkSuffix(WireReader in) throws WireFormatException {
    int prefix = in.u8();
    if (prefix > BITS) {
      throw wireFault(String.valueOf(prefix));
    }
    int octets = suffixOctets(prefix);
    int at = in.skip(octets);
    if (octets > 0 && (in.array()[at] & 0xff & ~suffixMask(prefix)) != 0) {
      throw wireFault("bits of the prefix in the address suffix");
    }
    return prefix;
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int prefix = in.u8();
    out.decimal(prefix);
    int octets = suffixOctets(prefix);
    if (octets > 0) {
      byte[] whole = new byte[IpText.OCTETS6];
      System.arraycopy(in.array(), in.skip(octets), whole, whole.length - octets, octets);
      out.u8(' ');
      IpText.print6(whole, 0, out);
    }
    if (prefix > 0) {
      out.u8(' ');
      prefixName.print(in, out);
    }
  }

  @Override
  void canonicalize(WireReader in, WireWriter out) throws WireFormatException {
    int start = in.position();
    int prefix = checkSuffix(in);
    out.bytes(in.array(), start, in.position() - start);
    if (prefix > 0) {
      prefixName.canonicalize(in, out);
    }
  }
}
