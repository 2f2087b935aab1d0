package org.offlinesign.sign;

/** The text of some names of the signed zone, and what it holds. */
final class SignedBlock {
  private final byte[] text;
  private final byte[] extract;
  private final byte[] hashedNames;
  private final SignatureCounts signatures;
  private final int records;
  private final int rrsets;

  /**
   * Copies the text, and takes over the rest.
   *
   * @param hashedNames what {@link org.offlinesign.denial.HashedNames} made of the names
   */
  SignedBlock(BlockText text, byte[] hashedNames, SignatureCounts signatures) {
    this.text = text.toByteArray();
    this.extract = text.extract();
    this.hashedNames = hashedNames;
    this.signatures = signatures;
    this.records = text.records();
    this.rrsets = text.rrsets();
  }

  /** Returns the text; it must not be written to. */
  byte[] text() {
    return text;
  }

  /** Returns the part of the text that is written where only a part is; nothing otherwise. */
  byte[] extract() {
    return extract;
  }

  /** Returns the names for an NSEC3 chain with their hashes; it must not be written to. */
  byte[] hashedNames() {
    return hashedNames;
  }

  /** Returns the figures of the signatures. */
  SignatureCounts signatures() {
    return signatures;
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
