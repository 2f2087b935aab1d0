package org.offlinesign.seal;

import java.util.Arrays;
import org.offlinesign.key.KeyId;
import org.offlinesign.rdata.SignatureTime;
import org.offlinesign.record.Serial;

/** A signature of a former zone file: the text of its record, and what it says. */
public final class FormerSignature {
  // The place of each field, counted from the type covered (RFC 4034 §3.2).
  private static final int ALGORITHM = 2;
  private static final int ORIGINAL_TTL = 4;
  private static final int EXPIRATION = 5;
  private static final int INCEPTION = 6;
  private static final int KEY_TAG = 7;

  private final byte[] text;
  private final int from;
  private final int to;
  private final int type;
  private final int typeEnd;

  /** Refers to a record; the field is the type that it covers. */
  FormerSignature(byte[] text, int from, int to, TextFields typeCovered) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.type = typeCovered.from();
    this.typeEnd = typeCovered.to();
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
    return fields(1).toString();
  }

  /** Says whether two signatures of a name cover one RRset. */
  public boolean coversWhat(FormerSignature that) {
    return Arrays.equals(text, type, typeEnd, that.text, that.type, that.typeEnd);
  }

  /** Says whether it has the key, TTL and times of another; the same may be said in another way. */
  public boolean hasTermsOf(FormerSignature that) {
    int end = that.fields(KEY_TAG).to();
    int length = end - that.typeEnd;
    return typeEnd + length < text.length
        && TextFields.isSeparator(text[typeEnd + length])
        && Arrays.equals(text, typeEnd, typeEnd + length, that.text, that.typeEnd, end);
  }

  /** Returns the TTL of the RRset that it covers. */
  public int originalTtl() {
    return fields(ORIGINAL_TTL).number();
  }

  /** Returns when it begins to be valid. */
  public Serial inception() {
    return time(fields(INCEPTION));
  }

  /** Returns when it ends. */
  public Serial expiration() {
    return time(fields(EXPIRATION));
  }

  /** Returns what it says of its key. */
  public KeyId signer() {
    return new KeyId(fields(KEY_TAG).number(), fields(ALGORITHM).number());
  }

  private TextFields fields(int count) {
    TextFields fields = new TextFields(text, type);
    fields.skip(count);
    return fields;
  }

  private Serial time(TextFields field) {
    long time = SignatureTime.parse(text, field.from(), field.to());
    if (time < 0) {
      throw new AssertionError("the program wrote an RRSIG record without times");
    }
    return new Serial(time);
  }
}
