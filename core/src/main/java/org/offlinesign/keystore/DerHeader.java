package org.offlinesign.keystore;

/**
 * The first octets of a DER value: its tag, and its length with tag and length octets included.
 *
 * @param totalLength 0 where the octets are no header
 */
record DerHeader(int tag, int totalLength) {
  static final int SEQUENCE = 0x30;
  private static final int LONG_FORM = 0x80;
  private static final int MAX_LENGTH_OCTETS = 4;

  static DerHeader of(byte[] octets) {
    int first = octets[1] & 0xff;
    if (first < LONG_FORM) {
      return new DerHeader(octets[0] & 0xff, 2 + first);
    }
    int lengthOctets = first - LONG_FORM;
    if (lengthOctets == 0 || lengthOctets > MAX_LENGTH_OCTETS) {
      return new DerHeader(octets[0] & 0xff, 0);
    }
    int length = 0;
    for (int i = 0; i < lengthOctets; i++) {
      length = length << Byte.SIZE | (octets[2 + i] & 0xff);
    }
    return new DerHeader(octets[0] & 0xff, 2 + lengthOctets + length);
  }

  /** Returns how many octets tag and length take; a length that comes later (BER) takes one. */
  static int octets(byte[] start) {
    int first = start[1] & 0xff;
    return first < LONG_FORM ? 2 : 2 + first - LONG_FORM;
  }
}
