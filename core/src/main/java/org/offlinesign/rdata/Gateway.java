package org.offlinesign.rdata;

import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * The gateway of IPSECKEY (RFC 4025 §2.5) and the relay of AMTRELAY (RFC 8777 §4.2): nothing, an
 * address or a name, as a type number says that stands before it.
 */
final class Gateway {
  static final int NONE = 0;
  static final int IPV4 = 1;
  static final int IPV6 = 2;
  static final int NAME = 3;

  private final String label;
  private final Ipv4Field ipv4;
  private final Ipv6Field ipv6;
  private final NameField name;

  Gateway(String label) {
    this.label = label;
    this.ipv4 = new Ipv4Field(label);
    this.ipv6 = new Ipv6Field(label);
    this.name = new NameField(label, false);
  }

  /** Reads a gateway of a type 0 to 3. */
  void parse(int type, RdataScanner in, WireWriter out) throws RdataSyntaxException {
    switch (type) {
      case NONE -> parseNone(in);
      case IPV4 -> ipv4.parse(in, out);
      case IPV6 -> ipv6.parse(in, out);
      default -> name.parse(in, out);
    }
  }

  private void parseNone(RdataScanner in) throws RdataSyntaxException {
    boolean found = in.advance();
    if (!found || in.end() - in.start() != 1 || in.text()[in.start()] != '.') {
      String text = found ? "'" + Field.shown(in) + "'" : "the end of the record";
      throw new RdataSyntaxException(
          "expected " + label + " of type 0 to be '.' but found " + text);
    }
  }

  /** Passes over a gateway; one of an unknown type fills the rest. */
  void check(int type, WireReader in) throws WireFormatException {
    switch (type) {
      case NONE -> in.skip(0);
      case IPV4 -> ipv4.check(in);
      case IPV6 -> ipv6.check(in);
      case NAME -> name.check(in);
      default -> in.skip(in.remaining());
    }
  }

  /** Appends the text of a gateway; one of an unknown type has none. */
  void print(int type, WireReader in, WireWriter out) throws WireFormatException {
    switch (type) {
      case NONE -> out.u8('.');
      case IPV4 -> ipv4.print(in, out);
      case IPV6 -> ipv6.print(in, out);
      case NAME -> name.print(in, out);
      default -> throw new WireFormatException("expected a type 0 to 3 but found " + type);
    }
  }
}
