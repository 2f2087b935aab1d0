package org.offlinesign.sign;

/** The text of some names of the signed zone, and what it holds. */
final class SignedBlock {
  private final byte[] text;
  private final int[] signaturesByKey;
  private final int records;
  private final int rrsets;

  /** Takes over arrays. */
  SignedBlock(byte[] text, int[] signaturesByKey, int records, int rrsets) {
    this.text = text;
    this.signaturesByKey = signaturesByKey;
    this.records = records;
    this.rrsets = rrsets;
  }

  /** Returns the text; it must not be written to. */
  byte[] text() {
    return text;
  }

  /** Returns how many signatures the key with an index in the plan made. */
  int signatures(int keyIndex) {
    return signaturesByKey[keyIndex];
  }

  /** Returns how many records there are, signatures included. */
  int records() {
    return records;
  }

  /** Returns how many RRsets there are, signatures not counted. */
  int rrsets() {
    return rrsets;
  }
}
