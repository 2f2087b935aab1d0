package org.offlinesign.rdata;

import org.offlinesign.name.AsciiCase;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.name.NameParser;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A domain name. */
final class NameField extends Field {
  private static final NameParser DECIMAL = new NameParser(EscapeStyle.DECIMAL);
  private static final NameParser OCTAL = new NameParser(EscapeStyle.OCTAL);

  private final boolean lowers;

  /**
   * Creates a field.
   *
   * @param lowers whether canonical form lowers its letters (RFC 4034 §6.2, RFC 6840 §5.1)
   */
  NameField(String label, boolean lowers) {
    super(label, "a domain name");
    this.lowers = lowers;
  }

  @Override
  boolean lowersNames() {
    return lowers;
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    parseCurrent(in, out);
  }

  /** Reads a name from the current text. */
  void parseCurrent(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    NameParser parser = in.escapes() == EscapeStyle.DECIMAL ? DECIMAL : OCTAL;
    try {
      parser.parse(in.text(), in.start(), in.end(), in.origin(), out);
    } catch (NameSyntaxException e) {
      throw fault(e);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    skip(in);
  }

  /** Passes over a name and returns the index where it starts. */
  static int skip(WireReader in) throws WireFormatException {
    int end = in.position() + in.remaining();
    try {
      return in.skip(DnsName.wireLengthAt(in.array(), in.position(), end));
    } catch (NameSyntaxException e) {
      throw new WireFormatException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    DnsName.writeText(in.array(), skip(in), out);
  }

  @Override
  void canonicalize(WireReader in, WireWriter out) throws WireFormatException {
    int start = skip(in);
    int length = in.position() - start;
    int at = out.length();
    out.bytes(in.array(), start, length);
    if (lowers) {
      AsciiCase.lower(out.array(), at, length);
    }
  }
}
