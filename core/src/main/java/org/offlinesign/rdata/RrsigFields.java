package org.offlinesign.rdata;

/**
 * Reads the fields of an RRSIG record where they lie, without an object for each record (RFC 4034
 * §3.1).
 */
public final class RrsigFields {
  /** Where the signer's name begins: the fields before it have one length in all records. */
  public static final int SIGNER = 18;

  private static final int ALGORITHM = 2;
  private static final int LABELS = 3;
  private static final int ORIGINAL_TTL = 4;
  private static final int EXPIRATION = 8;
  private static final int INCEPTION = 12;
  private static final int KEY_TAG = 16;

  private RrsigFields() {}

  /** Returns the number of the type that the record at an index covers. */
  public static int typeCovered(byte[] octets, int start) {
    return u16(octets, start);
  }

  public static int algorithm(byte[] octets, int start) {
    return octets[start + ALGORITHM] & 0xff;
  }

  public static int labels(byte[] octets, int start) {
    return octets[start + LABELS] & 0xff;
  }

  /** Returns the 32 bits of the original TTL. */
  public static int originalTtl(byte[] octets, int start) {
    return u32(octets, start + ORIGINAL_TTL);
  }

  /** Returns the 32 bits of the expiration. */
  public static int expiration(byte[] octets, int start) {
    return u32(octets, start + EXPIRATION);
  }

  /** Returns the 32 bits of the inception. */
  public static int inception(byte[] octets, int start) {
    return u32(octets, start + INCEPTION);
  }

  public static int keyTag(byte[] octets, int start) {
    return u16(octets, start + KEY_TAG);
  }

  private static int u16(byte[] octets, int at) {
    return (octets[at] & 0xff) << 8 | (octets[at + 1] & 0xff);
  }

  private static int u32(byte[] octets, int at) {
    return u16(octets, at) << 16 | u16(octets, at + 2);
  }
}
