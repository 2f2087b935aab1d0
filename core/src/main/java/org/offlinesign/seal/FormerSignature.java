package org.offlinesign.seal;

import org.offlinesign.rdata.SignatureTime;
import org.offlinesign.record.Serial;

/** A signature of a former zone file: the text of its record, and what it says. */
public final class FormerSignature {
  private final byte[] text;
  private final int from;
  private final int to;
  private final String typeCovered;
  private final int originalTtl;
  private final Serial inception;
  private final Serial expiration;
  private final SignerId signer;

  /** Reads a record; the fields are at its type. */
  FormerSignature(byte[] text, int from, int to, TextFields fields) {
    this.text = text;
    this.from = from;
    this.to = to;
    fields.advance();
    this.typeCovered = fields.toString();
    fields.advance();
    int algorithm = fields.number();
    fields.skip(2);
    this.originalTtl = fields.number();
    this.expiration = time(text, fields);
    this.inception = time(text, fields);
    fields.advance();
    this.signer = new SignerId(algorithm, fields.number());
  }

  private static Serial time(byte[] text, TextFields fields) {
    fields.advance();
    long time = SignatureTime.parse(text, fields.from(), fields.to());
    if (time < 0) {
      throw new AssertionError("the program wrote an RRSIG record without times");
    }
    return new Serial(time);
  }

  /** Returns the octets that the text of the record is in; they must not be written to. */
  public byte[] text() {
    return text;
  }

  /** Returns the index of the first octet of the record. */
  public int from() {
    return from;
  }

  /** Returns how long the text is, the end of its last line included. */
  public int length() {
    return to - from;
  }

  /** Returns the mnemonic of the type that it covers. */
  public String typeCovered() {
    return typeCovered;
  }

  /** Returns the TTL of the RRset that it covers. */
  public int originalTtl() {
    return originalTtl;
  }

  /** Returns when it begins to be valid. */
  public Serial inception() {
    return inception;
  }

  /** Returns when it ends. */
  public Serial expiration() {
    return expiration;
  }

  /** Returns what it says of its key. */
  public SignerId signer() {
    return signer;
  }
}
