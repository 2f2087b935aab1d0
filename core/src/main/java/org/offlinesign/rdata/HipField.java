package org.offlinesign.rdata;

import org.offlinesign.wire.Base64;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;
import org.offlinesign.wire.WireWriter;

/**
 * All RDATA of a HIP record (RFC 8005 §5): the lengths of tag and key stand before both, so that
 * the fields cannot be read one by one.
 */
final class HipField extends Field {
  private static final int MAX_TAG = 255;
  private static final int MAX_KEY = 65535;

  private final NumberField algorithm;
  private final TokenField tag;
  private final TokenField key;
  private final NameField server;

  HipField(String type) {
    super("the " + type + " host identity", "a tag and a key");
    this.algorithm = new NumberField("the " + type + " algorithm", 1);
    this.tag = new TokenField("the " + type + " host identity tag", TokenField.Coding.HEX);
    this.key = new TokenField("the " + type + " public key", TokenField.Coding.BASE64);
    this.server = new NameField("the " + type + " rendezvous server", false);
  }

  @Override
  void parse(RdataScanner in, WireWriter out) throws RdataSyntaxException {
    int lengthsAt = out.length();
    out.u8(0);
    algorithm.parse(in, out);
    out.u16(0);
    out.setU8(lengthsAt, tag.parse(in, out, MAX_TAG));
    out.setU16(lengthsAt + 2, key.parse(in, out, MAX_KEY));
    while (in.advance()) {
      server.parseCurrent(in, out);
    }
  }

  @Override
  void check(WireReader in) throws WireFormatException {
    int tagLength = in.u8();
    in.u8();
    int keyLength = in.u16();
    if (tagLength == 0 || keyLength == 0) {
      throw wireFault("a tag of " + tagLength + " octets and a key of " + keyLength);
    }
    in.skip(tagLength);
    in.skip(keyLength);
    while (in.remaining() > 0) {
      server.check(in);
    }
  }

  @Override
  void print(WireReader in, WireWriter out) throws WireFormatException {
    int tagLength = in.u8();
    out.decimal(in.u8()).u8(' ');
    int keyLength = in.u16();
    Hex.encode(in.array(), in.skip(tagLength), tagLength, out);
    out.u8(' ');
    Base64.encode(in.array(), in.skip(keyLength), keyLength, out);
    while (in.remaining() > 0) {
      out.u8(' ');
      server.print(in, out);
    }
  }
}
