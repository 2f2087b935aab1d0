package org.offlinesign.rdata;

import org.offlinesign.name.DnsName;
import org.offlinesign.name.NameSyntaxException;
import org.offlinesign.record.Ttl;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;

/** What the typed views of RDATA read alike. */
final class Views {
  private Views() {}

  static DnsName name(WireReader in) throws WireFormatException {
    int start = NameField.skip(in);
    try {
      return DnsName.fromWire(in.array(), start, in.position() - start);
    } catch (NameSyntaxException e) {
      throw new AssertionError("the name has been passed over", e);
    }
  }

  static Ttl ttl(String label, WireReader in) throws WireFormatException {
    long seconds = in.u32();
    if (seconds > Ttl.MAX_SECONDS) {
      throw new WireFormatException(
          "expected the " + label + ", a number 0 to 2147483647, but found " + seconds);
    }
    return Ttl.ofSeconds(seconds);
  }

  static void end(WireReader in) throws WireFormatException {
    if (in.remaining() > 0) {
      throw new WireFormatException(
          "expected the end of the RDATA but found " + in.remaining() + " more octets");
    }
  }

  /** Checks a number that a caller passes. */
  static void checkRange(String name, int value, int max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(name + " " + value + " is not within 0.." + max);
    }
  }
}
