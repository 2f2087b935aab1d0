package org.offlinesign.rdata;

import java.util.Map;
import org.offlinesign.wire.WireFormatException;
import org.offlinesign.wire.WireReader;

/** Ties the length of a digest that ends the RDATA to the octet that names its algorithm. */
final class DigestLengths implements RdataRule {
  /** DS and its like: IANA, "DS RR Type Digest Algorithms"; GOST's is no longer checked. */
  static final DigestLengths DS =
      new DigestLengths(3, 1, Map.of(1, 20, 2, 32, 4, 48, 5, 32, 6, 32));

  /** RFC 8976 §5.2: from here on schemes are for private use. */
  private static final int PRIVATE_SCHEME = 240;

  private static final DigestLengths KNOWN_ZONEMD = new DigestLengths(5, 12, Map.of(1, 48, 2, 64));

  private static final DigestLengths PRIVATE_ZONEMD = new DigestLengths(5, 12, Map.of());

  /** RFC 4255 §3.1.2, RFC 6594 §3. */
  static final DigestLengths SSHFP = new DigestLengths(1, 0, Map.of(1, 20, 2, 32));

  private final int typeOffset;
  private final int minimum;
  private final Map<Integer, Integer> lengths;

  /**
   * Creates a rule.
   *
   * @param typeOffset where the octet stands that names the algorithm, just before the digest
   * @param minimum the least length under an algorithm that is not listed
   * @param lengths from algorithm to length
   */
  private DigestLengths(int typeOffset, int minimum, Map<Integer, Integer> lengths) {
    this.typeOffset = typeOffset;
    this.minimum = minimum;
    this.lengths = lengths;
  }

  /**
   * RFC 8976 §2.2.4: 12 octets at least, and all of a known algorithm's unless the scheme is for
   * private use, as one in the zone of App. A.3 is, where only its users know the length.
   */
  static void zonemd(WireReader in) throws WireFormatException {
    int start = in.position();
    in.skip(4);
    DigestLengths lengths = in.u8() < PRIVATE_SCHEME ? KNOWN_ZONEMD : PRIVATE_ZONEMD;
    lengths.check(new WireReader(in.array(), start, 5 + in.remaining()));
  }

  @Override
  public void check(WireReader in) throws WireFormatException {
    in.skip(typeOffset);
    int type = in.u8();
    int found = in.remaining();
    Integer wanted = lengths.get(type);
    if (wanted != null && wanted != found) {
      throw new WireFormatException(
          "expected a digest of " + wanted + " octets for type " + type + " but found " + found);
    }
    if (found < minimum) {
      throw new WireFormatException(
          "expected a digest of at least " + minimum + " octets but found " + found);
    }
  }
}
