package org.offlinesign.rdata;

import org.jspecify.annotations.Nullable;
import org.offlinesign.name.DnsName;
import org.offlinesign.name.EscapeStyle;
import org.offlinesign.record.Rdata;
import org.offlinesign.record.RecordClass;
import org.offlinesign.record.RecordTypeRegistry;
import org.offlinesign.wire.WireWriter;

/** One record of master file text with its owner, as collections of test vectors have it. */
final class RecordText {
  private final TextScanner scanner;
  private final int type;

  private RecordText(TextScanner scanner, int type) {
    this.scanner = scanner;
    this.type = type;
  }

  /** Reads up to the type; the owner may be any word, or none before white space. */
  static RecordText of(String text, @Nullable DnsName origin) throws RdataSyntaxException {
    TextScanner scanner = new TextScanner(text, origin, EscapeStyle.DECIMAL);
    if (!text.startsWith(" ")) {
      scanner.advance();
    }
    while (scanner.advance()) {
      byte[] octets = scanner.text();
      int type = RecordTypeRegistry.lookup(octets, scanner.start(), scanner.end());
      if (type >= 0) {
        return new RecordText(scanner, type);
      }
      boolean ttl = octets[scanner.start()] >= '0' && octets[scanner.start()] <= '9';
      if (!ttl && RecordClass.lookup(octets, scanner.start(), scanner.end()) < 0) {
        break;
      }
    }
    throw new RdataSyntaxException("expected a TTL, a class or a type");
  }

  int type() {
    return type;
  }

  Rdata rdata() throws RdataSyntaxException {
    WireWriter out = new WireWriter(64);
    RdataSchema.of(type).parse(scanner, out);
    return Rdata.copyOf(out);
  }
}
