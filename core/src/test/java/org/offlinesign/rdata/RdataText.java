package org.offlinesign.rdata;

import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordType;
import org.offlinesign.wire.Hex;
import org.offlinesign.wire.WireWriter;

/** Short forms for tests of RDATA text. */
final class RdataText {
  private RdataText() {}

  /** Returns the octets in hex that the text of a type stands for. */
  static String hex(String type, String text) throws RdataSyntaxException {
    return Hex.encode(rdata(type, text).toByteArray());
  }

  static Rdata rdata(String type, String text) throws RdataSyntaxException {
    WireWriter out = new WireWriter(64);
    schema(type).parse(new TextScanner(text), out);
    return Rdata.copyOf(out);
  }

  static RdataSchema schema(String type) {
    return RdataSchema.of(RecordType.parse(type).orElseThrow());
  }

  /** Returns the text after a round through octets. */
  static String normal(String type, String text) throws RdataSyntaxException {
    return schema(type).toText(rdata(type, text));
  }
}
