package org.offlinesign.rdata;

import org.offlinesign.wire.Base32Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/** A length octet and a hash in base32hex (RFC 5155 §3.3). */
final class HashedOwnerField extends Field {
  // RFC 5155 §3: the same hash is an owner's first label, and a label has 63 characters at most.
  private static final int MAX_LENGTH = 39;

  HashedOwnerField(String label) {
    super(label, "a hash in base32hex");
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    advance(in);
    int mark = out.length();
    out.u8(0);
    try {
      Base32Hex.decode(in.text(), in.start(), in.end() - in.start(), out);
    } catch (WireFormatException e) {
      throw fault(String.valueOf(e.getMessage()), 0);
    }
    int length = out.length() - mark - 1;
    if (length < 1 || length > MAX_LENGTH) {
      throw fault("expected a hash of 1 to 39 octets but found " + length, 0);
    }
    out.setU8(mark, length);
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int length = in.u8();
    if (length < 1 || length > MAX_LENGTH) {
      throw wireFault(length + " octets");
    }
    in.skip(length);
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int length = in.u8();
    Base32Hex.encodeUpper(in.array(), in.skip(length), length, out);
  }
}
